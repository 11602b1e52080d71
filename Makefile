# `make demo` runs the main job, `make test` passes all tests; both install what the machine lacks and say so.
SWIFT_FLAGS ?=
SWIFT = swift
LEEWAY = .build/debug/leeway

.PHONY: demo mutants test build release lint format bench bench-peers fuzz docs man completions setup clean help

help:  ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup:
	@.ci/install-dependencies

build: setup  ## Build everything for debugging
	$(SWIFT) build $(SWIFT_FLAGS)

demo: build  ## Ask about three actions, then audit a log and write the report
	@.ci/demo $(LEEWAY)

test: setup  ## Run all tests
	$(SWIFT) build --build-tests $(SWIFT_FLAGS)
	$(SWIFT) test --skip-build $(SWIFT_FLAGS)

release: setup  ## Build the tool for use: .build/release/leeway
	$(SWIFT) build -c release --product leeway $(SWIFT_FLAGS)

lint: build  ## Check the formatting of the code and the policies
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Examples
	$(LEEWAY) lint $(dir $(wildcard Policies/*/rulebook.yaml Policies/*/*/rulebook.yaml))

format:  ## Format the code
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Examples

mutants: release  ## Change our policies in small ways, and see which changes their tests notice
	for folder in $(dir $(wildcard Policies/*/rulebook.yaml Policies/*/*/rulebook.yaml)); do \
		echo "$$folder"; .build/release/leeway test --mutate $$folder | sed -n '/^Mutants/,$$p'; done

bench: setup  ## Measure decisions, loading, audits and expressions beside baselines in the same run
	$(SWIFT) run -c release --package-path Tests/Benchmarks leeway-benchmarks
	@.ci/install-benchmark-baseline
	CEL_PYTHON=$(CURDIR)/.build/benchmark-python/bin/python \
		$(SWIFT) run -c release --package-path Tests/Benchmarks cel-benchmarks

PEERS ?= ../shared/bench

bench-peers: setup  ## Measure beside other engines; PEERS=… names the folder that compares them
	.ci/bench-peers "$(PEERS)"

# Not named SECONDS in the shell, which counts its own.
SECONDS = 60
SUITE ?=

fuzz: setup  ## Fuzz the expressions, each target for SECONDS=60; SUITE=… names a folder of suite files for seeds
	Tests/Fuzzing/run "$(SECONDS)" $(SUITE)

docs: setup  ## Build the documentation into .build/docs
	$(SWIFT) package --allow-writing-to-directory .build/docs generate-documentation \
		--target Leeway --target CEL --output-path .build/docs --enable-experimental-combined-documentation

man: setup  ## Write the manual pages into .build/man
	@mkdir -p .build/man
	$(SWIFT) package --allow-writing-to-package-directory generate-manual --multi-page \
		--output-directory .build/man

completions: build  ## Write shell completions into .build/completions
	@mkdir -p .build/completions
	$(LEEWAY) --generate-completion-script bash > .build/completions/leeway.bash
	$(LEEWAY) --generate-completion-script zsh > .build/completions/_leeway
	$(LEEWAY) --generate-completion-script fish > .build/completions/leeway.fish

clean:  ## Remove everything that was built
	$(SWIFT) package clean
	rm -rf .build/demo .build/docs .build/man .build/completions
