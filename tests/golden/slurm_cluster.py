"""A private Slurm cluster on this machine: two virtual nodes of one CPU each, in a folder of its own, for any user.

Every daemon runs in the foreground as a child of the test and ends with it, also where the test is killed.
"""
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import time

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "srun", "scontrol", "scancel", "squeue", "sinfo", "setpriv")
PATH = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
NODES = ("n1", "n2")
REQUEUE_WAIT_S = 10  # Slurm's default of 120 is too long for a test
CONFIGURATION = """
ClusterName=reddline
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket,cred_expire={requeue_wait_s}
CredType=cred/munge
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
ReturnToService=2
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.%n.pid
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool/%n
SlurmctldLogFile={folder}/log/slurmctld.log
SlurmdLogFile={folder}/log/slurmd.%n.log
TmpFS={folder}/tmp.%n
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
JobRequeue=1
KillWait=2
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1,sched_min_interval=0
MinJobAge=600
SlurmdParameters=config_overrides
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1 RealMemory=4000 State=UNKNOWN
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1 RealMemory=4000 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def program(name):
    """Where a program is; nothing where it is not."""
    return shutil.which(name, path=PATH)


def missing_programs():
    """What this machine lacks for a cluster."""
    return [name for name in PROGRAMS if program(name) is None]


def wait_until(condition, what, seconds=60.0, pause=0.05):
    """Asks again and again until the answer is true, and gives it back."""
    deadline = time.monotonic() + seconds
    while not (answer := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds:.0f} s in vain for {what() if callable(what) else what}")
        time.sleep(pause)
    return answer


def free_ports(count):
    """Ports that nobody listens on, all different."""
    sockets = [socket.socket() for _ in range(count)]
    for listener in sockets:
        listener.bind(("127.0.0.1", 0))
    ports = [listener.getsockname()[1] for listener in sockets]
    for listener in sockets:
        listener.close()
    return ports


class Cluster:
    """The daemons, and what one says to them."""

    def __init__(self, folder):
        self.folder = folder
        self.daemons = []
        # A Slurm job that runs the tests must not be taken for one of this cluster.
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("SLURM", "SBATCH", "SRUN", "PMI", "OMPI", "SQUEUE"))}
        self.environment |= {"PATH": PATH, "SLURM_CONF": str(folder / "slurm.conf")}

    def start(self):
        """Raises the daemons and waits until both nodes are idle."""
        for name in ("munge", "state", "spool", "log", *(f"tmp.{node}" for node in NODES)):
            (self.folder / name).mkdir()
        munge = self.folder / "munge"
        munge.chmod(0o700)
        (munge / "key").touch(0o600)
        (munge / "key").write_bytes(secrets.token_bytes(1024))
        (self.folder / "slurm.conf").write_text(CONFIGURATION.format(
            host=socket.gethostname().split(".")[0], folder=self.folder, user=pwd.getpwuid(os.getuid()).pw_name,
            ports=free_ports(3), requeue_wait_s=REQUEUE_WAIT_S), encoding="utf-8")
        self.daemon("munged", "--foreground", "--force", f"--key-file={munge / 'key'}", f"--socket={munge / 'socket'}",
                    f"--pid-file={munge / 'pid'}", f"--log-file={munge / 'log'}", f"--seed-file={munge / 'seed'}")
        wait_until((munge / "socket").exists, "munged" + self.logs())
        self.daemon("slurmctld", "-D")
        for node in NODES:
            self.daemon("slurmd", "-D", "-N", node)
        wait_until(lambda: self.node_states() == ["idle"] * len(NODES), lambda: "idle nodes\n" + self.logs(), pause=0.2)

    def daemon(self, name, *arguments):
        """Starts one that ends with the test."""
        with open(self.folder / "log" / f"{name}-{len(self.daemons)}.out", "wb") as log:
            self.daemons.append(subprocess.Popen(
                [program("setpriv"), "--pdeathsig", "TERM", program(name), *arguments], env=self.environment,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True))

    def stop(self):
        """Ends all jobs and then the daemons, the last one first."""
        if len(self.daemons) > 1:
            self.run("scancel", "--full", "--signal=KILL", "--me")
            self.run("scancel", "--me")
            try:
                wait_until(lambda: not self.run("squeue", "--noheader").stdout.strip(), "the queue to empty", 15)
            except AssertionError:
                pass  # then the daemons end with what is left
        for daemon in reversed(self.daemons):
            daemon.terminate()
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
        self.daemons = []

    def logs(self):
        """The last lines of every daemon's log."""
        files = [*sorted((self.folder / "log").glob("*")), self.folder / "munge" / "log"]
        return "\n".join(f"--- {path.name}\n{path.read_text(encoding='utf-8', errors='replace')[-1500:]}"
                         for path in files if path.exists() and path.stat().st_size > 0)

    def run(self, *command, environment=None, **options):
        """Runs a command under the cluster."""
        options = {"capture_output": True, "text": True, "check": False, "timeout": 120} | options
        return subprocess.run([str(word) for word in command], env=self.environment | (environment or {}),
                              stdin=subprocess.DEVNULL, **options)

    def node_states(self):
        """The states of all nodes."""
        return self.run("sinfo", "--Node", "--noheader", "--format=%T").stdout.split()

    def job(self, job):
        """What Slurm knows of a job or of one task of an array, by Slurm's names."""
        done = self.run("scontrol", "--oneliner", "show", "job", job)
        return dict(word.split("=", 1) for word in done.stdout.split() if "=" in word)

    def states(self, job):
        """The state of a job, or of each task of an array that has begun."""
        lines = self.run("scontrol", "--oneliner", "show", "job", job).stdout.splitlines()
        return {fields.get("ArrayTaskId", "-"): fields["JobState"] for fields in (
            dict(word.split("=", 1) for word in line.split() if "=" in word) for line in lines) if "JobState" in fields}

    def wait_for_states(self, job, wanted, seconds=90):
        """Waits until the tasks of a job are in these states."""
        wait_until(lambda: self.states(job) == wanted,
                   lambda: f"job {job} to be {wanted}; it is {self.states(job)}\n{self.logs()}", seconds)

    def resume(self, node):
        """Brings a node back; Slurm refuses for a moment after it went down."""
        def works():
            self.run("scontrol", "update", f"nodename={node}", "state=resume")
            state = self.run("sinfo", "--noheader", f"--nodes={node}", "--format=%T").stdout.strip()
            return state in ("idle", "mixed", "allocated", "completing")
        wait_until(works, lambda: f"node {node} to work again; {self.run('sinfo', '--Node').stdout}", pause=0.3)
