#!/usr/bin/python3
"""`reddline manual`: pages that mandoc accepts and that hold the help, and completion tried in each shell.

Usage: manual_test.py REDDLINE_BINARY
"""
import os
import re
import shutil
import subprocess

from twin_case import TwinCase, main

PAGE_OF_PROGRAM = "reddline.1"
BASH = r"""
source "$1/reddline.bash"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
compopt() { :; }  # only bash itself may call it, while it completes
_reddline
printf '%s\n' "${COMPREPLY[@]}"
"""
# A terminal of its own, in which the line is typed and completed, and what stands there then is printed.
ZSH = r"""
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= PROMPT2=; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D; LISTMAX=10000"
zpty -w shell "zstyle ':completion:*' list-prompt ''; setopt no_beep; bindkey '^X' list-choices"
zpty -w shell "stty columns 200; print READY"
zpty -r -m shell discarded '*READY*READY*'
zpty -w -n shell "$2"$'\C-x'
sleep 1
zpty -w -n shell $'\C-u'
zpty -w shell "print FINISHED"
zpty -r -m shell screen '*FINISHED*FINISHED*'
print -r -- "$screen"
"""


def offers(text):
    return {word for word in text.split("\n") if word}


class Manual(TwinCase):
    def setUp(self):
        super().setUp()
        done = self.run_command("manual", "-o", self.out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.commands = re.findall(r"(?m)^  ([a-z]+) +[A-Z]", self.run_command("--help").stdout)

    def need(self, program):
        if shutil.which(program) is None:
            self.skipTest(f"skipped: {program} is not installed")

    def shell(self, *command, **options):
        """What a shell prints, in the folder of the audit file."""
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, cwd=self.twin,
                              timeout=60, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def options_of(self, command):
        """The options of a command by its help."""
        return set(re.findall(r"(?m)^  (?:-\w,)?(--[a-z-]+)", self.run_command(command, "--help").stdout))

    def test_there_is_a_page_for_each_command_and_no_other(self):
        self.assertEqual({path.name for path in self.out.glob("*.1")},
                         {PAGE_OF_PROGRAM, *(f"reddline-{command}.1" for command in self.commands)})

    def test_mandoc_finds_nothing_to_mend(self):
        self.need("mandoc")
        text = (self.out / PAGE_OF_PROGRAM).read_text(encoding="utf-8")
        if '.TH REDDLINE 1 "" ' in text:
            self.skipTest("skipped: built outside a repository, so the pages have no date")
        self.assertEqual(self.shell("mandoc", "-Tlint", *self.out.glob("*.1")), "")

    def test_a_page_shows_every_option_of_the_help_and_the_examples(self):
        self.need("mandoc")
        for command in self.commands:
            page = self.shell("mandoc", "-Tutf8", "-Owidth=200", self.out / f"reddline-{command}.1")
            page = re.sub(".\b", "", page)
            found = set(re.findall(r"(?m)^ +(?:-\w, )?(--[a-z-]+)", page))
            self.assertEqual(found, self.options_of(command), command)
            self.assertRegex(page, rf"(?m)^ +reddline {command} [^\n]*$")
        page = re.sub(".\b", "", self.shell("mandoc", "-Tutf8", self.out / PAGE_OF_PROGRAM))
        for command in self.commands:
            self.assertRegex(page, rf"(?m)^ +{command}( |$)")

    def test_a_missing_directory_is_a_wrong_command_line(self):
        self.assert_one_error(self.run_command("manual"), "usage", 2, "expected -o DIR")

    def test_the_synopsis_shows_what_is_needed(self):
        self.need("mandoc")
        for command, needed in (("audit", "-o DIR FILE"), ("init", "-o FILE"), ("merge", "-o DIR DIR"), ("diff", "A B"),
                                ("explain", "--zone Z --stratum S --year Y FILE"), ("check", "FILE"), ("verify", "DIR [FILE]")):
            page = re.sub(".\b", "", self.shell("mandoc", "-Tutf8", "-Owidth=200", self.out / f"reddline-{command}.1"))
            self.assertRegex(page, rf"(?m)^ +reddline {command} \[option \.\.\.\] {re.escape(needed)}")

    def test_the_same_program_writes_the_same_bytes(self):
        other = self.results / "again"
        self.assertEqual(self.run_command("manual", "-o", other, "--quiet").stdout, "")
        for path in self.out.iterdir():
            self.assertEqual(path.read_bytes(), (other / path.name).read_bytes())
        self.assert_one_error(self.run_command("manual", "-o", other), "output_exists", 2, "--overwrite")
        self.assertEqual(self.run_command("manual", "-o", other, "--overwrite").returncode, 0)
        done = self.run_command("manual", "-o", self.twin, "--overwrite")
        self.assert_one_error(done, "output_exists", 2, "reddline.1")

    def bash(self, *words):
        return offers(self.shell("bash", "--norc", "-c", BASH, "bash", self.out, "reddline", *words))

    def test_bash(self):
        self.assertEqual(self.bash(""), {*self.commands, "--help", "--version"})
        self.assertEqual(self.bash("me"), {"merge"})
        for command in self.commands:
            self.assertEqual(self.bash(command, "--"), self.options_of(command), command)
        self.assertEqual(self.bash("audit", "--progress", ""), {"auto", "always", "never"})
        self.assertEqual(self.bash("audit", "--fail-on", "=", "w"), {"warning"})
        self.assertEqual(self.bash("audit", "--fail-on", "="), {"none", "note", "warning", "contradiction"})
        self.assertEqual(self.bash("audit", "audit.t"), {"audit.toml"})
        self.assertEqual(self.bash("init", "--zones", "zon"), {"zones.geojson"})
        self.assertEqual(self.bash("merge", "g"), {"gfc"})
        self.assertEqual(self.bash("audit", "audit.toml", "-o", "g"), {"gfc"})
        self.assertEqual(self.bash("audit", "--threads", ""), set())
        self.assertEqual(self.bash("verify", "g"), {"gfc"})
        self.assertEqual(self.bash("verify", "gfc", "audit.t"), {"audit.toml"})
        self.assertEqual(self.bash("verify", "--threads", "=", "2", "gfc", "--quiet", "audit.t"), {"audit.toml"})
        self.assertEqual(self.bash("verify", "--threads", "2", "g"), {"gfc"})
        self.assertEqual(self.bash("audit", "audit.toml", "audit.t"), {"audit.toml"})
        self.assertEqual(self.bash("merge", "gfc", "g"), {"gfc"})

    def test_bash_completes_in_a_session(self):
        # A tab completes what there is no choice of, files and their blanks included.
        (self.twin / "my audit.toml").write_bytes(self.audit_file.read_bytes())
        script = (f'source "{self.out}/reddline.bash"; PS1=; reddline() {{ printf "<%s>" "$@"; echo; }}\n'
                  "reddline audit --pro\tal\t my\t -o gf\t\n")
        read, write = os.openpty()
        with subprocess.Popen(["bash", "--norc", "--noprofile", "-i"], stdin=read, stdout=subprocess.PIPE, text=True,
                              stderr=subprocess.DEVNULL, cwd=self.twin, env=os.environ | {"TERM": "dumb"}) as shell:
            os.write(write, (script + "exit\n").encode())
            printed = shell.communicate(timeout=60)[0]
        os.close(read)
        os.close(write)
        self.assertIn("<audit><--progress><always><my audit.toml><-o><gfc/>", printed)

    def zsh(self, line):
        """What zsh lists for a line."""
        environment = os.environ | {"HOME": str(self.results), "TERM": "dumb"}
        return self.shell("zsh", "-f", "-c", ZSH, "zsh", self.out, line, env=environment)

    def test_zsh(self):
        self.need("zsh")
        listed = self.zsh("reddline ")
        for command in self.commands:
            self.assertRegex(listed, rf"(?m)(^|\s){command} +-- ")
        for command in ("audit", "init", "manual"):
            listed = self.zsh(f"reddline {command} --")
            self.assertEqual(set(re.findall(r"(?m)(?:^|\s)(--[a-z][a-z-]*)\s", listed)), self.options_of(command))
        self.assertLessEqual({"auto", "always", "never"}, set(self.zsh("reddline audit --progress ").split()))
        self.assertIn("audit-disputed.toml", self.zsh("reddline check aud").split())

    def fish(self, line):
        """What fish offers for a line, without what it says of each."""
        environment = os.environ | {"HOME": str(self.results), "XDG_CONFIG_HOME": str(self.results)}
        text = self.shell("fish", "--no-config", "-c", f'source "{self.out}/reddline.fish"; complete -C "{line}"',
                          env=environment)
        return {entry.partition("\t")[0] for entry in offers(text)}

    def test_fish(self):
        self.need("fish")
        self.assertEqual(self.fish("reddline "), set(self.commands))
        for command in self.commands:
            self.assertEqual(self.fish(f"reddline {command} --"), self.options_of(command), command)
        self.assertEqual(self.fish("reddline audit --progress "), {"auto", "always", "never"})
        self.assertEqual(self.fish("reddline merge g"), {"gfc/"})
        self.assertIn("audit.toml", self.fish("reddline check aud"))
        self.assertEqual(self.fish("reddline init --zones zones"), {"zones.geojson"})


if __name__ == "__main__":
    main()
