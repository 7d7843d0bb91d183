# make demo [PHOTO=path]   a photograph through the whole pipeline, on this machine
# make run                 the local stack, until Ctrl-C
# make test                every test
# make bench [PHOTOS=folder]  the imaging engine beside libvips, Pillow-SIMD and OpenCV, on one core
# make lint                the format and the template

SHELL := /bin/sh
FUNCTIONS := preprocessor file-processor notifier
RELEASE := .build/release
PORT ?= 4566
PYTHON := .build/witnesses/bin/python3

.PHONY: setup build demo run test bench lint clean

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
	swift test
	$(PYTHON) -m pytest -q Tests

bench: setup
	swift build -c release --product ImagingBench
	@python3 Benchmarks/run.py $(if $(PHOTOS),--photos "$(PHOTOS)")

lint:
	@scripts/setup --with-tests
	swift format lint --strict --recursive --parallel Package.swift Sources local-stack Tests Benchmarks
	.build/witnesses/bin/cfn-lint template.yaml
	$(PYTHON) scripts/translate-template template.yaml

clean:
	rm -rf .build .local-stack
