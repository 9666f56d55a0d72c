"""The slower suite: the Swift tests that need a real Spark, run on the one that set-up keeps in .tools/spark."""
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def test_a_cluster_of_two_workers_gives_the_same_answers_when_one_is_killed():
    home = next((ROOT / ".tools" / "spark").glob("lib/python3*/site-packages/pyspark"))
    environment = dict(os.environ, YUNCHOU_SPARK=str(home), YUNCHOU_ONLY="Engine")
    folder = ["--scratch-path", ".build-spark"]
    subprocess.run(["swift", "build", "--build-tests", *folder], cwd=ROOT, env=environment, check=True)
    done = subprocess.run(["swift", "test", "--skip-build", *folder, "--filter", "SparkClusterTests"], cwd=ROOT, env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    assert "Test run with 1 test" in done.stdout and "skipped" not in done.stdout, done.stdout[-4000:]
