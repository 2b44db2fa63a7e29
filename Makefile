# What a fresh machine needs, and the few things that are done often.

SWIFT ?= swift
# A static executable starts in a third of the time of one that looks for its libraries; macOS has none.
STATIC = $(if $(filter Linux,$(shell uname)),-Xswiftc -static-executable)
RELEASE = $(SWIFT) build -c release --static-swift-stdlib $(STATIC) --product fovea
FOVEA = .build/release/fovea
PREFIX ?= /usr/local
DEMO = $(foreach name,lenet5 resnet unet efficientnet alexnet,specs/zoo/$(name).yaml)

.PHONY: help setup build demo test stranger lint format docs bench sanitize install clean

help:            ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup:           ## install libyaml and zlib with the system's package manager, unless it is there
	@.ci/setup

build: setup     ## build the release binary
	$(RELEASE)

demo: build      ## analyse real networks, and write reports of them
	@for spec in lenet5 resnet unet efficientnet; do $(FOVEA) analyze specs/zoo/$$spec.yaml; echo; done
	@$(FOVEA) report $(DEMO) --output .build/demo
	@$(FOVEA) report $(DEMO) --output .build/demo --format html
	@echo "Reports are in .build/demo; begin with index.md, or in a browser with .build/demo/index.html."

test: setup      ## build everything and run the tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

stranger: setup  ## build and test a package that imports the products as anybody would
	$(SWIFT) test --package-path Tests/Stranger --scratch-path .build

lint: setup      ## check the style of the sources
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks

format:          ## rewrite the sources in the project's style
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

docs: setup      ## write the documentation as a site, to .build/docs
	@.ci/docs

bench: build     ## measure, beside the goals
	@Benchmarks/run

sanitize: setup  ## run the tests of the numeric core under sanitizers
	@.ci/sanitize

install: build   ## copy the binary to PREFIX/bin
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(FOVEA) $(DESTDIR)$(PREFIX)/bin/fovea

clean:           ## remove what was built
	rm -rf .build .build-* Benchmarks/.build
