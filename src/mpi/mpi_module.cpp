#include "mpi/mpi_module.hpp"

#include <mpi.h>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <optional>
#include <thread>

namespace reddline::mpi {

namespace {

constexpr int first_rank = 0;  // hands the numbers out
constexpr int question_tag = 1;
constexpr int number_tag = 2;
constexpr int size_tag = 3;
constexpr int bytes_tag = 4;
constexpr std::uint64_t most_at_once = std::uint64_t{1} << 30;  // MPI counts bytes by int
constexpr std::int64_t no_number = -1;

enum Question : int { wants_number, leaves, closes };

/// MPI waits by asking again and again, which would take a core from the ranks that still work.
void pause_briefly() {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

/// Returns the rank that an awaited message came from.
int wait_for(MPI_Request request) {
    MPI_Status status;
    int is_done = 0;
    while (true) {
        MPI_Test(&request, &is_done, &status);
        if (is_done != 0) return status.MPI_SOURCE;
        pause_briefly();
    }
}

/// Numbers for all ranks, at the first of them: a thread of its own answers the others while the first works.
class Numbers {
public:
    explicit Numbers(int ranks) : ranks_{ranks} {}

    std::int64_t next() {
        answer_others();
        return take();
    }

    /// Returns once every other rank has left.
    void leave(bool closes_too) {
        if (closes_too) close();
        answer_others();
        others_.join();
        is_answering_ = false;
        is_closed_ = false;
        next_ = 0;
    }

private:
    std::int64_t take() {
        const std::scoped_lock lock(mutex_);
        return is_closed_ ? no_number : next_++;
    }

    void close() {
        const std::scoped_lock lock(mutex_);
        is_closed_ = true;
    }

    void answer_others() {
        if (is_answering_) return;
        is_answering_ = true;
        others_ = std::thread([this] {
            for (int there = ranks_ - 1; there > 0;) {
                if (answer_one() != wants_number) --there;
            }
        });
    }

    int answer_one() {
        int question = wants_number;
        MPI_Request request = MPI_REQUEST_NULL;
        MPI_Irecv(&question, 1, MPI_INT, MPI_ANY_SOURCE, question_tag, MPI_COMM_WORLD, &request);
        const int rank = wait_for(request);
        if (question == closes) close();
        if (question == wants_number) {
            const std::int64_t number = take();
            MPI_Send(&number, 1, MPI_INT64_T, rank, number_tag, MPI_COMM_WORLD);
        }
        return question;
    }

    int ranks_;
    std::mutex mutex_;
    std::int64_t next_ = 0;
    bool is_closed_ = false;
    bool is_answering_ = false;
    std::thread others_;
};

/// What MPI has told; while the numbers are handed out, only one thread may ask it.
struct Told {
    int rank = 0;
    int ranks = 1;
    std::optional<Numbers> numbers;
};

// The functions of the module find it here; MPI is one per process, too.
Told told;

const char* start() {
    int provided = MPI_THREAD_SINGLE;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &provided);
    MPI_Comm_rank(MPI_COMM_WORLD, &told.rank);
    MPI_Comm_size(MPI_COMM_WORLD, &told.ranks);
    told.numbers.emplace(told.ranks);
    return provided < MPI_THREAD_SERIALIZED ? "it does not let threads take turns" : nullptr;
}

std::int32_t own_rank() {
    return told.rank;
}

std::int32_t number_of_ranks() {
    return told.ranks;
}

std::int64_t next() {
    if (told.rank == first_rank) return told.numbers->next();
    const int question = wants_number;
    std::int64_t number = no_number;
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Irecv(&number, 1, MPI_INT64_T, first_rank, number_tag, MPI_COMM_WORLD, &request);
    MPI_Send(&question, 1, MPI_INT, first_rank, question_tag, MPI_COMM_WORLD);
    wait_for(request);
    return number;
}

void leave(bool closes_too) {
    if (told.rank == first_rank) {
        told.numbers->leave(closes_too);
        return;
    }
    const int question = closes_too ? closes : leaves;
    MPI_Send(&question, 1, MPI_INT, first_rank, question_tag, MPI_COMM_WORLD);
}

std::int32_t agree(std::int32_t value) {
    std::int32_t largest = value;
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Iallreduce(&value, &largest, 1, MPI_INT32_T, MPI_MAX, MPI_COMM_WORLD, &request);
    wait_for(request);
    return largest;
}

void send(std::int32_t rank, const char* bytes, std::uint64_t size) {
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Isend(&size, 1, MPI_UINT64_T, rank, size_tag, MPI_COMM_WORLD, &request);
    wait_for(request);
    for (std::uint64_t sent = 0; sent < size; sent += most_at_once) {
        const int count = static_cast<int>(std::min(most_at_once, size - sent));
        MPI_Isend(bytes + sent, count, MPI_BYTE, rank, bytes_tag, MPI_COMM_WORLD, &request);
        wait_for(request);
    }
}

std::uint64_t size_from(std::int32_t rank) {
    std::uint64_t size = 0;
    MPI_Request request = MPI_REQUEST_NULL;
    MPI_Irecv(&size, 1, MPI_UINT64_T, rank, size_tag, MPI_COMM_WORLD, &request);
    wait_for(request);
    return size;
}

void receive(std::int32_t rank, char* bytes, std::uint64_t size) {
    for (std::uint64_t there = 0; there < size; there += most_at_once) {
        const int count = static_cast<int>(std::min(most_at_once, size - there));
        MPI_Request request = MPI_REQUEST_NULL;
        MPI_Irecv(bytes + there, count, MPI_BYTE, rank, bytes_tag, MPI_COMM_WORLD, &request);
        wait_for(request);
    }
}

void finish() {
    told.numbers.reset();
    MPI_Finalize();
}

void abort_all(std::int32_t code) {
    MPI_Abort(MPI_COMM_WORLD, code);
}

#if defined(OPEN_MPI)
constexpr const char* library = "Open MPI";
#elif defined(MPICH_NAME) || defined(MPICH_VERSION)
constexpr const char* library = "MPICH";
#else
constexpr const char* library = "MPI";
#endif

constexpr Module module_of_functions{.interface = interface_version,
                                     .library = library,
                                     .start = start,
                                     .rank = own_rank,
                                     .ranks = number_of_ranks,
                                     .next = next,
                                     .leave = leave,
                                     .agree = agree,
                                     .send = send,
                                     .size_from = size_from,
                                     .receive = receive,
                                     .finish = finish,
                                     .abort = abort_all};

}  // namespace

}  // namespace reddline::mpi

extern "C" const reddline::mpi::Module* reddline_mpi_module() {
    return &reddline::mpi::module_of_functions;
}
