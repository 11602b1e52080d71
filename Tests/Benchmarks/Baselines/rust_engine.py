"""Times the Rust engine `cel` through its Python package, for the table of cel-benchmarks.

Reads a case of JSON a line from standard input (name, expression, result, variables) and prints a line of JSON for
each: the nanoseconds of a call of the compiled program on a prepared context, and those of a call of the expression
`true` on the same context, which is what the binding itself costs. Both are medians of a tight loop.
"""

import datetime
import json
import statistics
import sys
import time

try:
    import cel
except ImportError:
    sys.exit("the Python package common-expression-language is absent")

SAMPLE_COUNT = 7
CALLS_PER_SAMPLE = 20_000


def fact(value):
    """A variable's value: an object {"$seconds": n} is an instant."""
    if isinstance(value, dict):
        if "$seconds" in value:
            return datetime.datetime.fromtimestamp(value["$seconds"], datetime.timezone.utc)
        return {key: fact(item) for key, item in value.items()}
    if isinstance(value, list):
        return [fact(item) for item in value]
    return value


def nanoseconds(program, context):
    """The median time of one call, the loop's own cost taken off."""
    execute = program.execute
    rounds = range(CALLS_PER_SAMPLE)
    samples = []
    for _ in range(SAMPLE_COUNT):
        start = time.perf_counter_ns()
        for _ in rounds:
            execute(context)
        middle = time.perf_counter_ns()
        for _ in rounds:
            pass
        end = time.perf_counter_ns()
        samples.append(((middle - start) - (end - middle)) / CALLS_PER_SAMPLE)
    return statistics.median(samples)


def main():
    literal = cel.compile("true")
    for line in sys.stdin:
        case = json.loads(line)
        context = cel.Context({name: fact(value) for name, value in case["variables"].items()})
        program = cel.compile(case["expression"])
        result = json.dumps(program.execute(context))
        if result != case["result"]:
            print(f"{case['name']} gives {result}, not {case['result']}: not measured", file=sys.stderr)
            continue
        raw = nanoseconds(program, context)
        overhead = nanoseconds(literal, context)
        print(json.dumps({"name": case["name"], "raw_ns": raw, "overhead_ns": overhead}), flush=True)


main()
