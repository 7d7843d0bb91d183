# make demo [PHOTO=path]   a photograph through the whole pipeline, on this machine
# make run                 the local stack, until Ctrl-C
# make test                every test
# make lint                the format and the template

SHELL := /bin/sh
FUNCTIONS := preprocessor file-processor notifier
RELEASE := .build/release
PORT ?= 4566
PYTHON := .build/witnesses/bin/python3

.PHONY: setup build demo run test lint clean

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

lint:
	@scripts/setup --with-tests
	swift format lint --strict --recursive --parallel Package.swift Sources local-stack Tests
	.build/witnesses/bin/cfn-lint template.yaml
	$(PYTHON) scripts/translate-template template.yaml

clean:
	rm -rf .build .local-stack
