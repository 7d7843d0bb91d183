# make demo [PHOTO=path]   a photograph through the whole pipeline, on this machine
# make run [PORT=4566]      the local stack, until Ctrl-C
# make setup, build, clean  the parts of the above, and an end to all that was built
# make test                every test
# make fuzz [SECONDS=60] [TARGET=jpeg]  hostile files against the decoders and the whole of render
# make sanitize            the imaging tests with every memory access and undefined step checked
# make bench [PHOTOS=folder]  the imaging engine beside libvips, Pillow-SIMD and OpenCV, on one core; the puzzle beside Skia
# make bench-puzzle PHOTO=path  a thousand pieces of a photograph, beside Skia, on one core
# make lint                the format and the template

SHELL := /bin/sh
FUNCTIONS := preprocessor file-processor notifier
RELEASE := .build/release
PORT ?= 4566
# A test that hangs must fail. Those that run at once are few, so that none waits for a thread while its own time runs.
TEST_SECONDS := 1200
TEST_WIDTH := 4
PYTHON := .build/witnesses/bin/python3

.PHONY: setup build demo run test fuzz sanitize bench bench-puzzle lint clean

setup:
	@scripts/setup

build: setup
	swift build -c release --static-swift-stdlib -Xlinker -s
	@for f in $(FUNCTIONS); do mkdir -p .build/lambda/$$f && ln -f $(RELEASE)/$$f .build/lambda/$$f/bootstrap; done

demo: build
	@$(RELEASE)/demo $(if $(PHOTO),--photo "$(PHOTO)")

run: build
	@$(RELEASE)/local-stack serve --port $(PORT)

test: build
	@scripts/setup --with-tests
	swift build --build-tests
	@SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(TEST_WIDTH) \
	timeout --signal=INT --kill-after=30 $(TEST_SECONDS) swift test --skip-build || { status=$$?; \
	[ $$status -ne 124 ] || echo "The tests did not end within $(TEST_SECONDS) s: one that started has not ended." >&2; \
	exit $$status; }
	timeout --signal=INT --kill-after=30 $(TEST_SECONDS) $(PYTHON) -m pytest -q Tests

fuzz: setup
	@scripts/setup --with-tests
	@scripts/fuzz $(or $(SECONDS),60) $(TARGET)

sanitize: setup
	@scripts/setup --with-tests
	@scripts/sanitize

bench: setup
	@for p in ImagingBench PuzzleBench render; do swift build -c release --static-swift-stdlib -Xlinker -s --product $$p; done
	@python3 Benchmarks/run.py $(if $(PHOTOS),--photos "$(PHOTOS)")

bench-puzzle: setup
	$(if $(PHOTO),,$(error PHOTO=path/to/a.jpg is needed))
	swift build -c release --product PuzzleBench
	@python3 -m venv .build/bench-puzzle && .build/bench-puzzle/bin/pip install -q -r Benchmarks/puzzle/requirements.txt
	@.build/bench-puzzle/bin/python3 Benchmarks/puzzle/compare.py "$(PHOTO)"

lint:
	@scripts/setup --with-tests
	swift format lint --strict --recursive --parallel Package.swift Sources local-stack Tests Benchmarks
	.build/witnesses/bin/cfn-lint template.yaml
	$(PYTHON) scripts/translate-template template.yaml

clean:
	rm -rf .build .local-stack
