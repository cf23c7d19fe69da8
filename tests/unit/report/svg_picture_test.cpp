#include "report/svg_picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::report {
namespace {

using testing::HasSubstr;
using testing::Not;

/// 10 units along x and 4 along y in a drawing of 720 x 122: 60 to 690 along x, 22 to 82 along y.
Figure small_figure() {
    Figure figure{"key", "park", "A <title>", "What it says", {}, {{"one", "#0072b2"}}, {}, {}};
    Panel panel;
    panel.height = 122.0;
    panel.left = 60.0;
    panel.x = {0.0, 10.0, {{5.0, "5"}}, "ha"};
    panel.y = {0.0, 4.0, {}, ""};
    figure.panels = {panel};
    return figure;
}

TEST(SvgPicture, PutsABarWhereItsAxesSay) {
    Figure figure = small_figure();
    figure.panels[0].bars = {{0.0, 5.0, 1.0, 3.0, 0, "a & b"}};
    EXPECT_THAT(svg_picture(figure, "f"),
                HasSubstr("<rect x=\"60\" y=\"37\" width=\"315\" height=\"30\" fill=\"#0072b2\" stroke=\"#51606b\" "
                          "stroke-width=\"0.75\"><title>a &amp; b</title></rect>"));
}

TEST(SvgPicture, PutsDotsRulesAndLabelsWhereTheirAxesSay) {
    Figure figure = small_figure();
    figure.panels[0].dots = {{10.0, 4.0, 0}};
    figure.panels[0].rules = {{0.0, 2.0, 10.0, 2.0, true}};
    figure.panels[0].labels = {{10.0, 2.0, "</svg>", true, false}};
    const std::string svg = svg_picture(figure, "f");
    EXPECT_THAT(svg, HasSubstr("<circle cx=\"690\" cy=\"22\" r=\"2\" fill=\"#0072b2\"/>"));
    EXPECT_THAT(svg, HasSubstr("<line x1=\"60\" y1=\"52\" x2=\"690\" y2=\"52\" stroke=\"#1b2730\" stroke-dasharray"));
    EXPECT_THAT(svg, HasSubstr("<text x=\"686\" y=\"56\" text-anchor=\"end\" paint-order=\"stroke\" stroke=\"#ffffff\" "
                               "stroke-width=\"3\">&lt;/svg&gt;</text>"));
}

TEST(SvgPicture, HasATextAlternativeUnderNamesOfItsOwn) {
    const std::string svg = svg_picture(small_figure(), "figure-3");
    EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-labelledby=\"figure-3-title figure-3-says\""));
    EXPECT_THAT(svg, HasSubstr("<title id=\"figure-3-title\">A &lt;title&gt;</title>"));
    EXPECT_THAT(svg, HasSubstr("<desc id=\"figure-3-says\">What it says</desc>"));
    EXPECT_THAT(svg, Not(HasSubstr("style=")));
}

}  // namespace
}  // namespace reddline::report
