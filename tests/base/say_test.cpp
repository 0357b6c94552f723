// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <map>
#include <string>

#include "engine/base/say.h"

using namespace halfopen;

namespace {

const std::map<std::string, std::string> kCatalogue = {
    {"waits {} before it asks {}", "fragt {1} nach {0}"}, {"half-open", "halb offen"},
    {"one place {}", "zwei Plätze {} und {}"},            {"two places {} and {}", "ein Platz {}"},
    {"rounded {:.2f}", "gerundet {:.2f}"},                {"as it is {:.2f}", "anders {:.1f}"},
    {"broken {}", "zerbrochen {"},                        {"wrong kind {:s}", "falsche Art {:s}"},
    {"braces {{}} and {}", "Klammern {{}} und {}"}};

std::string german(const char *context, const char *english) {
    if (std::string(context) != "Test") return {};
    const auto found = kCatalogue.find(english);
    return found == kCatalogue.end() ? std::string() : found->second;
}

} // namespace

class SayTest : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { install_translator(nullptr); }

    void without_a_translator_everything_is_english() {
        QCOMPARE(say(phrase("Test", "waits {} before it asks {}"), "1 s", "vision"),
                 std::string("waits 1 s before it asks vision"));
        QCOMPARE(said(phrase("Test", "half-open")), std::string("half-open"));
    }

    void a_translation_may_name_its_places_in_another_order() {
        install_translator(german);
        QCOMPARE(say(phrase("Test", "waits {} before it asks {}"), "1 s", "vision"), std::string("fragt vision nach 1 s"));
        QCOMPARE(said(phrase("Test", "half-open")), std::string("halb offen"));
        QCOMPARE(say(phrase("Test", "rounded {:.2f}"), 1.0 / 3), std::string("gerundet 0.33"));
        QCOMPARE(say(phrase("Test", "braces {{}} and {}"), 7), std::string("Klammern {} und 7"));
    }

    void what_does_not_fit_falls_back_to_english() {
        install_translator(german);
        QCOMPARE(say(phrase("Test", "one place {}"), 1), std::string("one place 1"));
        QCOMPARE(say(phrase("Test", "two places {} and {}"), 1, 2), std::string("two places 1 and 2"));
        QCOMPARE(say(phrase("Test", "as it is {:.2f}"), 1.0 / 3), std::string("as it is 0.33"));
        QCOMPARE(say(phrase("Test", "broken {}"), 1), std::string("broken 1"));
        QCOMPARE(say(phrase("Test", "unknown {}"), 1), std::string("unknown 1"));
        QCOMPARE(say(phrase("Other", "waits {} before it asks {}"), 1, 2), std::string("waits 1 before it asks 2"));
    }
};

QTEST_APPLESS_MAIN(SayTest)
#include "say_test.moc"
