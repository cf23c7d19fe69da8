#include "pipeline/available_threads.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

namespace reddline::pipeline {
namespace {

namespace fs = std::filesystem;

/// A file system with the files of the control groups alone.
class GrantedCores : public testing::Test {
protected:
    GrantedCores() {
        std::string name = (fs::temp_directory_path() / "groups-XXXXXX").string();
        root_ = mkdtemp(name.data());
    }
    ~GrantedCores() override { fs::remove_all(root_); }

    void write(const fs::path& file, const std::string& text) const {
        fs::create_directories((root_ / file).parent_path());
        std::ofstream(root_ / file) << text;
    }
    void mount_second(const std::string& top = "/") const {
        write("proc/self/mountinfo", "20 1 0:5 / /proc rw - proc proc rw\n31 23 0:26 " + top +
                                         " /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n");
    }
    void mount_first(const std::string& top = "/") const {
        write("proc/self/mountinfo", "30 25 0:27 " + top + " /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n" +
                                         "34 25 0:29 " + top +
                                         " /sys/fs/cgroup/cpu,cpuacct rw shared:9 - cgroup cgroup rw,cpu,cpuacct\n");
    }

    fs::path root_;
};

TEST_F(GrantedCores, AreNoneWithoutGroups) {
    EXPECT_EQ(granted_cores(root_), std::nullopt);
}

TEST_F(GrantedCores, OfVersionTwoAreTheQuotaOverThePeriod) {
    mount_second();
    write("proc/self/cgroup", "0::/job.slice/step_0\n");
    write("sys/fs/cgroup/job.slice/step_0/cpu.max", "250000 100000\n");
    EXPECT_EQ(granted_cores(root_), 2.5);
}

TEST_F(GrantedCores, OfAGroupAroundItCountToo) {
    mount_second();
    write("proc/self/cgroup", "0::/job.slice/step_0/task_1\n");
    write("sys/fs/cgroup/job.slice/step_0/task_1/cpu.max", "max 100000\n");
    write("sys/fs/cgroup/job.slice/cpu.max", "400000 200000\n");
    write("sys/fs/cgroup/job.slice/step_0/cpu.max", "800000 100000\n");
    EXPECT_EQ(granted_cores(root_), 2.0);
}

TEST_F(GrantedCores, AreNoneWhereNoQuotaIsSet) {
    mount_second();
    write("proc/self/cgroup", "0::/job.slice\n");
    write("sys/fs/cgroup/job.slice/cpu.max", "max 100000\n");
    EXPECT_EQ(granted_cores(root_), std::nullopt);
    mount_first();
    write("proc/self/cgroup", "4:memory:/job\n2:cpu,cpuacct:/job\n");
    write("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "-1\n");
    write("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "100000\n");
    EXPECT_EQ(granted_cores(root_), std::nullopt);
}

TEST_F(GrantedCores, OfVersionOneAreThoseOfItsCpuController) {
    mount_first();
    write("proc/self/cgroup", "4:memory:/other\n3:cpuset:/x\n2:cpu,cpuacct:/slurm/job_7\n0::/\n");
    write("sys/fs/cgroup/cpu,cpuacct/slurm/job_7/cpu.cfs_quota_us", "300000\n");
    write("sys/fs/cgroup/cpu,cpuacct/slurm/job_7/cpu.cfs_period_us", "100000\n");
    EXPECT_EQ(granted_cores(root_), 3.0);
}

TEST_F(GrantedCores, WithinAContainerAreThoseOfTheTopThatItSees) {
    mount_second("/pod/container");
    write("sys/fs/cgroup/cpu.max", "150000 100000\n");
    for (const std::string group : {"/pod/container", "/", "/../other"}) {
        write("proc/self/cgroup", "0::" + group + "\n");
        EXPECT_EQ(granted_cores(root_), 1.5) << group;
    }
    write("proc/self/cgroup", "0::/pod/container/inner\n");
    write("sys/fs/cgroup/inner/cpu.max", "50000 100000\n");
    EXPECT_EQ(granted_cores(root_), 0.5);
}

TEST_F(GrantedCores, DamagedFilesSayNothing) {
    write("proc/self/mountinfo", "nonsense\n1 2 - cgroup2\n31 23 0:26 / /sys/fs/cgroup rw - cgroup2 x\n");
    write("proc/self/cgroup", "nonsense\n0::/a\n");
    write("sys/fs/cgroup/a/cpu.max", "100000 0\n");
    EXPECT_EQ(granted_cores(root_), std::nullopt);
    write("sys/fs/cgroup/a/cpu.max", "");
    EXPECT_EQ(granted_cores(root_), std::nullopt);
}

TEST(AvailableThreads, AreAtLeastOne) {
    EXPECT_GE(available_threads(), 1U);
}

}  // namespace
}  // namespace reddline::pipeline
