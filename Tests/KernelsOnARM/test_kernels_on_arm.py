"""The kernels for arm64 against their definition, on an emulated processor where this machine is another one."""

import pathlib
import platform
import subprocess

import pytest

HERE = pathlib.Path(__file__).parent
KERNELS = HERE.parents[1] / "Sources" / "CPixels"
ON_ARM = platform.machine() == "aarch64"
ARM = ["cc"] if ON_ARM else ["aarch64-linux-gnu-gcc"]
RUN_ON_ARM = [] if ON_ARM else ["qemu-aarch64", "-L", "/usr/aarch64-linux-gnu"]


def build(compiler, program, kernels=KERNELS):
    sources = sorted(kernels.glob("*.c"))
    flags = ["-O2", "-Wall", f"-I{KERNELS / 'include'}", f"-I{KERNELS}"]
    subprocess.run([*compiler, *flags, "-o", program, HERE / "twins.c", *sources], check=True)
    return program


@pytest.fixture(scope="module")
def on_arm(tmp_path_factory):
    return build(ARM, tmp_path_factory.mktemp("arm") / "twins")


def test_every_kernel_for_arm_gives_the_definitions_bytes(on_arm):
    ran = subprocess.run([*RUN_ON_ARM, on_arm], capture_output=True, text=True, timeout=120)
    assert (ran.stdout, ran.returncode) == ("", 0)


def test_a_kernel_that_differs_is_named(tmp_path):
    text = (KERNELS / "neon.c").read_text()
    assert "vrshrq_n_s32(line, 8)" in text
    for source in KERNELS.glob("*.c"):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    (tmp_path / "neon.c").write_text(text.replace("vrshrq_n_s32(line, 8)", "vshrq_n_s32(line, 8)"))
    program = build(ARM, tmp_path / "twins", tmp_path)
    ran = subprocess.run([*RUN_ON_ARM, program], capture_output=True, text=True, timeout=120)
    assert ran.returncode > 0
    assert {line.split(":")[0] for line in ran.stdout.splitlines()} == {"sample_cubic"}
