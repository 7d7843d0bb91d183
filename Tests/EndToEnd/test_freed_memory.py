"""What a picture needed serves the next one: the system hands out the memory of a function's process once."""

import pathlib

import pictures

# A picture that is rotated waits in memory for its last row: three bytes for each pixel.
PAGES_OF_PIXELS = 3000 * 2000 * 3 // 4096


def page_faults(process):
    """How often the system had to give the process a page so far: the tenth field of proc(5)'s `stat`."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[7])


def test_the_second_rotated_picture_finds_the_memory_of_the_first(stack):
    key = stack.upload(pictures.encoded(pictures.noise(3000, 2000), "JPEG", quality=80))["key"]
    subscriber = stack.subscribe()
    asked = {"source": {"key": key}, "operations": [{"rotate": {"angle": 5}}],
             "renditions": [{"name": "small", "width": 200}]}

    def faults_after_one():
        request = stack.ask(asked)
        assert subscriber.end_of(request)["type"].endswith("completed")
        [process] = stack.function_processes("file-processor")
        return process, page_faults(process)

    process, first = faults_after_one()
    assert first > PAGES_OF_PIXELS
    same, second = faults_after_one()
    assert same == process
    assert second - first < PAGES_OF_PIXELS // 4, (first, second)
