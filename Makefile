# Everything is one command; each installs what it is missing and says so.
# Where tools go: scripts/env.sh.

PORT ?= 8080
SECONDS_EACH ?= 5

.PHONY: help run build test lint fuzz bench bench-record clean

help:
	@echo 'make run           build the app and serve it on http://127.0.0.1:$(PORT) (PORT=... changes it)'
	@echo 'make build         build the app into dist/'
	@echo 'make test          every test: the core, the command line, the app in a browser'
	@echo 'make lint          formatting, clippy on the host and on wasm, and what the crates are'
	@echo 'make fuzz          altered input for every reader ($(SECONDS_EACH) seconds each; SECONDS_EACH=... changes it)'
	@echo 'make bench         sizes and timings next to the recorded ones'
	@echo 'make bench-record  record them'
	@echo 'make clean         remove what was built here; the installed tools stay'

run: build
	@scripts/serve.sh '$(PORT)'

build:
	@scripts/build.sh

test:
	@scripts/test.sh

lint:
	@scripts/lint.sh

fuzz:
	@scripts/fuzz.sh '$(SECONDS_EACH)'

bench:
	@scripts/bench.sh

bench-record:
	@scripts/bench.sh --record

clean:
	rm -rf target dist
