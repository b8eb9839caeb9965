# Everything that a change needs. `just --list` shows the names.

# What a commit must pass.
check:
    cargo fmt --check
    cargo clippy --all-targets --quiet -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet

# All tests, and the examples of all rules.
test:
    cargo test
    cargo run --release --quiet -- test

# Write what is printed now into README.md and docs/, and into the snapshots of the unit tests.
bless:
    FIGLINT_BLESS=1 INSTA_UPDATE=always cargo test

# Throughput and start-up; docs/speed.md tells how to read the numbers.
bench:
    cargo bench

# What runs on every submission.
ci:
    bash .ci/run
