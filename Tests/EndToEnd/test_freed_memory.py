"""What a picture needed serves the next one: the system hands out the memory of a function's process once."""

import pathlib

import pictures

PIXELS = 3000 * 2000
# A progressive JPEG's coefficients wait in memory for its last scan: two bytes for each sample, three samples for each pixel
# at 4:4:4.
PAGES_OF_COEFFICIENTS = PIXELS * 3 * 2 // 4096


def page_faults(process):
    """How often the system had to give the process a page so far: the tenth field of proc(5)'s `stat`."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[7])


def test_the_second_progressive_picture_finds_the_memory_of_the_first(stack):
    photo = pictures.encoded(pictures.noise(3000, 2000), "JPEG", quality=80, progressive=True, subsampling="4:4:4")
    key = stack.upload(photo)["key"]
    subscriber = stack.subscribe()

    def faults_after_one():
        request = stack.ask({"source": {"key": key}, "renditions": [{"name": "small", "width": 200}]})
        assert subscriber.end_of(request)["type"].endswith("completed")
        [process] = stack.function_processes("file-processor")
        return process, page_faults(process)

    process, first = faults_after_one()
    assert first > PAGES_OF_COEFFICIENTS
    same, second = faults_after_one()
    assert same == process
    assert second - first < PAGES_OF_COEFFICIENTS // 4, (first, second)
