#!/usr/bin/python3
"""scripts/check_layers.py: a clean tree passes, and each kind of offence is found where it stands."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "check_layers.py"

CLEAN = {
    "kernels/span.hpp": '#pragma once\n#include <cstdint>\n',
    "kernels/span.cpp": '#include <immintrin.h>\n#include "kernels/span.hpp"\n#pragma omp simd\n',
    "src/domain/year.hpp": '#pragma once\n#include <string>\n// using namespace std; in a comment\n',
    "src/gdal_io/stack.cpp": '#include <gdal_priv.h>\n#include <openssl/evp.h>\n#include "raster/grid.hpp"\n'
                             '#include "kernels/span.hpp"\n',
    "src/pipeline/map.cpp": '#include <tbb/task_arena.h>\nvoid f() { tbb::task_arena arena; }\n',
    "src/raster/grid.hpp": '#pragma once\n#include "domain/year.hpp"\n',
    "src/report/text.cpp": 'const char* text = "tbb:: and using namespace are words here";\n',
    "src/cli/main.cpp": '#include <CLI/CLI.hpp>\n#include <unistd.h>\n#include "pipeline/map.hpp"\n',
}


def run_on(files):
    """Exit code and output of the script on a tree of these files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout


class CheckLayers(unittest.TestCase):
    def expect_offence(self, name, text, line, words):
        code, output = run_on({**CLEAN, name: text})
        self.assertEqual(code, 1, output)
        self.assertIn(f"{name}:{line}: ", output)
        self.assertIn(words, output)
        self.assertIn("1 offences", output)

    def test_a_clean_tree_passes(self):
        code, output = run_on(CLEAN)
        self.assertEqual(code, 0, output)
        self.assertIn("8 files, 0 offences", output)

    def test_a_layer_that_looks_sideways_is_found(self):
        self.expect_offence("src/report/x.cpp", '\n#include "accounting/credits.hpp"\n', 2,
                            "may not include accounting")

    def test_kernels_see_nothing_of_ours(self):
        self.expect_offence("kernels/x.hpp", '#include "domain/year.hpp"\n', 1, "may not include domain")

    def test_gdal_outside_its_row_is_found(self):
        self.expect_offence("src/raster/x.cpp", "#include <ogrsf_frmts.h>\n", 1, "GDAL header")

    def test_vector_instructions_outside_the_kernels_are_found(self):
        self.expect_offence("src/raster/x.cpp", "#include <immintrin.h>\n", 1, "vector instructions header")

    def test_a_library_in_a_header_is_found(self):
        self.expect_offence("src/gdal_io/x.hpp", "#include <gdal.h>\n", 1, "in a header")

    def test_an_unknown_library_is_found(self):
        self.expect_offence("src/domain/x.cpp", "#include <boost/any.hpp>\n", 1, "unknown library header")

    def test_an_include_without_its_layer_is_found(self):
        self.expect_offence("src/domain/x.cpp", '#include "year.hpp"\n', 1, 'write it as "layer/file.hpp"')

    def test_threads_outside_pipeline_are_found(self):
        self.expect_offence("src/accounting/x.cpp", "std::thread worker;\n", 1, "threads live in pipeline and mpi only")

    def test_macros_are_found(self):
        self.expect_offence("src/domain/x.hpp", "#define LIMIT 3\n", 1, "no macros")

    def test_using_namespace_is_found(self):
        self.expect_offence("src/domain/x.cpp", "using namespace std;\n", 1, "using namespace")

    def test_other_pragmas_are_found(self):
        self.expect_offence("kernels/x.cpp", "#pragma omp parallel for\n", 1, "the only pragmas")

    def test_a_folder_that_is_no_layer_is_found(self):
        self.expect_offence("src/utils/x.hpp", "#pragma once\n", 1, "not a layer")

    def test_an_empty_tree_is_not_a_success(self):
        self.assertEqual(run_on({})[0], 1)


if __name__ == "__main__":
    unittest.main()
