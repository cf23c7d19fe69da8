#!/usr/bin/python3
"""The Debian package, unpacked anywhere, has all that it needs and gives the bytes of the program that was built.

Skipped, with the reason, where cpack or the tools of Debian that it calls are not installed.

Usage: package_test.py REDDLINE_BINARY
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from landscape_case import AS_ROOT
from twin_case import SAMPLES, SKIPPED, TwinCase, contents, main

TOOLS = ("cpack", "dpkg", "dpkg-deb", "dpkg-shlibdeps", "file", "objdump")
ROOT = SAMPLES.parent


def printed(*command, **options):
    """What a command prints; it must end well."""
    return subprocess.run([*map(str, command)], check=True, capture_output=True, text=True, **options).stdout


def files(folder):
    """The bytes of every file below the folder, by its place there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Package(TwinCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        build = pathlib.Path(cls.binary).parents[2]
        printed("cpack", "-G", "DEB", "--config", build / "CPackConfig.cmake", "-B", folder.name, cwd=folder.name)
        cls.package, = pathlib.Path(folder.name).glob("reddline_*.deb")
        cls.mpi_package = next(pathlib.Path(folder.name).glob("reddline-mpi_*.deb"), None)
        cls.unpacked = pathlib.Path(folder.name) / "unpacked"
        printed("dpkg-deb", "-x", cls.package, cls.unpacked)
        cls.usr = cls.unpacked / "usr"
        cls.shared = cls.usr / "share" / "reddline"

    def field(self, name, package=None):
        """A field of a package's description."""
        return printed("dpkg-deb", "-f", package or self.package, name).strip()

    def submit_audit(self, *arguments):
        """Runs the packaged submit-audit where no other program is to be found."""
        environment = {name: value for name, value in os.environ.items() if name != "REDDLINE"}
        environment["PATH"] = "/usr/bin:/bin"
        return printed(self.shared / "slurm" / "submit-audit", *arguments, env=environment, cwd=self.folder.name)

    def test_an_audit_of_the_packaged_sample_gives_the_bytes_of_the_build(self):
        packaged = self.results / "packaged"
        printed(self.usr / "bin" / "reddline", "audit", self.shared / "data-samples/prey-lang-twin/audit.toml", "-o",
                packaged, cwd=self.folder.name)
        self.assertEqual(self.audit().returncode, 0)
        self.assertEqual(contents(packaged, without={"timing.json"}), contents(self.out, without={"timing.json"}))

    def test_submit_audit_tells_how_it_is_used_and_finds_the_program_it_came_with(self):
        self.assertIn("submit-audit [OPTION...] AUDIT.toml OUT", self.submit_audit("--help"))
        plan = self.submit_audit("--plan", self.audit_file, self.results / "job")
        self.assertEqual(plan, self.run_command("plan", self.audit_file).stdout)
        self.assert_no_traces()

    def test_the_job_scripts_samples_and_documents_are_those_of_the_source(self):
        self.assertEqual(files(self.shared / "slurm"), files(ROOT / "scripts/slurm"))
        self.assertEqual(files(self.shared / "data-samples"), files(SAMPLES))
        documents = self.usr / "share/doc/reddline"
        self.assertEqual(files(documents / "docs"), files(ROOT / "docs"))
        for name in ("README.md", "LICENSE"):
            self.assertEqual((documents / name).read_bytes(), (ROOT / name).read_bytes())

    def test_the_manual_and_the_completion_are_those_of_the_program(self):
        manual = self.results / "manual"
        printed(self.usr / "bin" / "reddline", "manual", "-o", manual, "--quiet", cwd=self.folder.name)
        written = contents(manual)
        pages = {name: content for name, content in written.items() if name.endswith(".1")}
        self.assertIn("reddline-audit.1", pages)
        self.assertEqual(files(self.usr / "share/man/man1"), pages)
        for place, name in (("bash-completion/completions/reddline", "reddline.bash"),
                            ("zsh/site-functions/_reddline", "_reddline"),
                            ("fish/vendor_completions.d/reddline.fish", "reddline.fish")):
            self.assertEqual((self.usr / "share" / place).read_bytes(), written[name])

    def test_its_description_says_what_is_in_it(self):
        version = printed(self.binary, "--version").split()[1]
        self.assertEqual([self.field(name) for name in ("Package", "Version", "Architecture")],
                         ["reddline", version, printed("dpkg", "--print-architecture").strip()])
        self.assertTrue(self.field("Maintainer"))
        copyright_text = (self.usr / "share/doc/reddline/copyright").read_text(encoding="utf-8")
        self.assertIn("License: Apache-2.0", copyright_text)

    def test_it_depends_on_the_package_of_every_library_that_the_program_names(self):
        needed = re.findall(r"(?m)^\s*NEEDED\s+(\S+)", printed("objdump", "-p", self.usr / "bin" / "reddline"))
        self.assertIn("libcsv.so.3", needed)
        depends = self.field("Depends")
        for library in needed:
            owners = {line.split(":")[0] for line in printed("dpkg", "-S", f"*/{library}").splitlines()}
            self.assertTrue(any(re.search(rf"\b{re.escape(owner)} ", depends) for owner in owners),
                            f"{library} of {owners}, not in: {depends}")

    def test_mpi_is_a_package_of_its_own(self):
        self.assertNotIn("mpi", self.field("Depends"))
        if self.mpi_package is None or not shutil.which("mpirun"):
            self.skipTest("skipped: built without MPI, or mpirun is not installed")
        self.assertRegex(self.field("Depends", self.mpi_package), r"reddline \(= .*libopenmpi")
        for has_module, said in ((False, "without MPI, since this build has no MPI module"), (True, "MPI hands the units out")):
            if has_module:
                printed("dpkg-deb", "-x", self.mpi_package, self.unpacked)
            done = subprocess.run(["mpirun", "--oversubscribe", "-n", "2", self.usr / "bin" / "reddline", "crosstab",
                                   self.audit_file, "-o", self.results / f"parts-{has_module}", "--shard", "auto"],
                                  env=os.environ | AS_ROOT, capture_output=True, text=True, check=False, timeout=120)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(done.stderr.count(said), 2, done.stderr)

    def test_everything_belongs_to_root_and_only_root_may_change_it(self):
        for line in printed("dpkg-deb", "-c", self.package).splitlines():
            self.assertRegex(line, r"^[d-]rw[x-]r-[x-]r-[x-] root/root ")


if __name__ == "__main__":
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print(f"skipped: {', '.join(missing)} not installed")
        sys.exit(SKIPPED)
    main()
