# The two commands for newcomers are `make run` and `make test`.

SAMPLE := Tests/Fixtures/sample/report.txt
PROGRAM := .build/release/sortie

# On Linux the program carries the Swift runtime with it, so that it runs where no Swift is installed; macOS has it.
ifeq ($(shell uname -s),Linux)
  RELEASE := --static-swift-stdlib -Xlinker -s
endif

.PHONY: help run test test-programs bench build libraries lint format arrows record check clean

help:
	@echo "make run     build, read a sample report, show its table"
	@echo "make test    build and run all tests"
	@echo "make test-programs  open the outputs with the programs that people open them with, where they are installed"
	@echo "make bench   time the whole program and its parts, beside others where they are installed"
	@echo "make record  compile Gazetteer/ and Patterns/ anew and record the tables that fixtures expect"
	@echo "make check   check the data, the patterns and the fixtures"
	@echo "make lint    check the format of the sources; make format sets it right"
	@echo "make arrows  check that no room imports what it may not"
	@echo "make clean   remove what was built"

libraries:
	@.ci/install-libraries

build: libraries
	swift build -c release $(RELEASE) --product sortie

run: build
	@mkdir -p out
	@echo
	@echo "The table of $(SAMPLE):"
	@echo
	@$(PROGRAM) extract $(SAMPLE) --format table --quiet
	@echo
	@$(PROGRAM) extract $(SAMPLE) -o out/sorties.csv
	@echo
	@echo "The whole table, one row a record, is in out/sorties.csv. Type next:"
	@echo "  $(PROGRAM) explain $(SAMPLE)      what was read where, and why"
	@echo "  $(PROGRAM) extract YOUR-TEXT.txt --published 2017-01-24 -o yours.csv"
	@echo "  $(PROGRAM) --help"

test: libraries
	swift build --build-tests
	swift test --skip-build

# Python packages that .ci/install-test-programs installed, if it did.
PYTHON := $(firstword $(wildcard .build/python/bin/python3) python3)

test-programs:
	$(PYTHON) Tests/Programs/report_test.py
	$(PYTHON) Tests/Programs/tables_test.py

# The figures are written to out/bench.json as well.
bench: build
	@mkdir -p out
	Benchmarks/compare.sh --json out/bench.json
	swift package --package-path Benchmarks benchmark

lint:
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks/Benchmarks Benchmarks/Package.swift Package.swift

format:
	swift format --in-place --recursive --parallel Sources Tests Benchmarks/Benchmarks Benchmarks/Package.swift Package.swift

arrows: libraries
	swift build --explicit-target-dependency-import-check error

# The first pass embeds new data, the second records with them.
record: libraries
	swift build --product sortie
	.build/debug/sortie check --record
	swift build --product sortie
	.build/debug/sortie check

check: libraries
	swift build --product sortie
	.build/debug/sortie check

clean:
	rm -rf .build out
