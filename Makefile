# Yunchou: `make run` starts it, `make test` tests everything. `make help` lists the rest.
# What a target does is in scripts/; this file only names it.
PORT ?= 8080
DATA ?= ./data
.DEFAULT_GOAL := help
.PHONY: help run setup build demo test test-quick test-browser test-spark bench golden check clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1	/' | expand -t 22

run: ## set up, build, and serve on 127.0.0.1:8080 (PORT=…, DATA=folder)
	@scripts/setup run
	@scripts/build
	@exec ./yunchou serve --data "$(DATA)" --port "$(PORT)"

setup: ## only fetch what `make run` needs: Debian packages, engine, web assets
	@scripts/setup run

build: ## leave the release program in .build/release/yunchou
	@scripts/setup build
	@scripts/build

demo: build ## write the demonstration company into DATA (CUSTOMERS=100k SEED=1)
	@scripts/setup run
	@./yunchou demo --data "$(DATA)" --customers "$(or $(CUSTOMERS),100k)" --seed "$(or $(SEED),1)"

test: ## everything: set-up, Swift, the program with its crashes, browser; ends with a line that counts them
	@scripts/setup test
	@scripts/test all

test-quick: ## the Swift tests only (ONLY=Engine,Store builds and tests only those rooms)
	@scripts/setup run
	@scripts/test swift

test-browser: ## the browser tests only
	@scripts/setup test
	@scripts/test browser

test-spark: ## the slower suite: a real Spark cluster of two workers, one of them killed in mid-query
	@scripts/setup spark
	@scripts/test spark

bench: ## benchmarks against their peers, in one run
	@scripts/setup bench
	@scripts/bench

golden: ## rewrite the golden files; review the difference before you commit it
	@YUNCHOU_GOLDEN=rewrite scripts/test swift

check: ## format and architecture, in seconds
	@scripts/check

clean: ## remove what was built; what was set up and ./data stay
	@rm -rf .build
