#include "domain/map_values.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(MapValues, TakeAByteWhereAllValuesFit) {
    const MapValues values(8, 20);  // 8 strata and one for none, 20 years and none
    EXPECT_TRUE(values.fit_byte());
    EXPECT_EQ(values.step(), 21);
    EXPECT_EQ(values.of(0, 0), 21);
    EXPECT_EQ(values.of(0, 18), 39);
    EXPECT_EQ(values.of(8, 20), 9 * 21 + 20);
    EXPECT_EQ(values.largest(), 209);
}

TEST(MapValues, CanBeReadByPeopleWhereTheyDoNotFit) {
    const MapValues values(20, 23);
    EXPECT_FALSE(values.fit_byte());
    EXPECT_EQ(values.of(2, 18), 318);
    EXPECT_EQ(values.largest(), 2123);
}

TEST(MapValues, KeepStrataApartWhateverTheyAre) {
    const MapValues few(1, 1);  // few years leave room for the marks
    EXPECT_EQ(few.step(), 4);
    EXPECT_GT(few.of(0, 0), MapValues::not_counted);
    const MapValues most(250, 250);
    EXPECT_EQ(most.step(), 251);
    EXPECT_EQ(most.largest(), 251 * 251 + 250);
    EXPECT_LE(most.largest(), 65535);
}

TEST(StrataValues, NumberStrataFromOne) {
    EXPECT_EQ(StrataValues::of(0), 1);
    EXPECT_EQ(StrataValues::of(250), 251);
    EXPECT_LT(StrataValues::of(250), StrataValues::not_counted);
}

}  // namespace
}  // namespace reddline
