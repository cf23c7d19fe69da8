#include "store/cell_code.hpp"

#include <cstddef>
#include <cstdint>

#include "store/number_code.hpp"

namespace reddline::store {

namespace {

void put(const StrataTally& of_strata, std::string& bytes) {
    put_number(of_strata.strata.size(), bytes);
    for (const std::uint16_t stratum : of_strata.strata)
        put_number(stratum, bytes);
    Tally all;
    for (const BinTally& entry : of_strata.bins)
        all += entry.tally;
    const std::int64_t usual_cm2 = all.pixels > 0 ? all.area_cm2 / all.pixels : 0;
    put_number(of_strata.bins.size(), bytes);
    put_signed(usual_cm2, bytes);
    std::uint32_t next_bin = 0;
    for (const BinTally& entry : of_strata.bins) {
        put_number(entry.bin - next_bin, bytes);
        put_signed(entry.tally.pixels, bytes);
        put_signed(entry.tally.area_cm2 - entry.tally.pixels * usual_cm2, bytes);
        next_bin = entry.bin + 1;
    }
}

StrataTally strata_tally(Numbers& numbers) {
    StrataTally of_strata;
    of_strata.strata.resize(numbers.next_count());
    for (std::uint16_t& stratum : of_strata.strata)
        stratum = numbers.next_as<std::uint16_t>();
    of_strata.bins.resize(numbers.next_count());
    const std::int64_t usual_cm2 = numbers.next_signed();
    std::uint32_t next_bin = 0;
    for (BinTally& entry : of_strata.bins) {
        entry.bin = next_bin + numbers.next_as<std::uint32_t>();
        entry.tally.pixels = numbers.next_signed();
        // Without a sign, so that any bytes give some number.
        const auto usual = static_cast<std::uint64_t>(entry.tally.pixels) * static_cast<std::uint64_t>(usual_cm2);
        entry.tally.area_cm2 = static_cast<std::int64_t>(static_cast<std::uint64_t>(numbers.next_signed()) + usual);
        next_bin = entry.bin + 1;
    }
    return of_strata;
}

}  // namespace

std::string encoded(const std::vector<CellTable>& tables) {
    std::string bytes;
    put_number(tables.size(), bytes);
    for (const CellTable& table : tables) {
        put_number(table.size(), bytes);
        for (const StrataTally& of_strata : table)
            put(of_strata, bytes);
    }
    return bytes;
}

std::optional<std::vector<CellTable>> decoded(std::string_view bytes) {
    Numbers numbers(bytes);
    std::vector<CellTable> tables(numbers.next_count());
    for (CellTable& table : tables) {
        table.resize(numbers.next_count());
        for (StrataTally& of_strata : table)
            of_strata = strata_tally(numbers);
    }
    if (!numbers.all_good()) return std::nullopt;
    return tables;
}

}  // namespace reddline::store
