// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/rooms.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace halfopen::tidy;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// C++, CMake and shell files, and scripts without a suffix.
bool is_source(const fs::path& path, const std::string& text)
{
    const std::string suffix = path.extension().string();
    return suffix == ".h" || suffix == ".cpp" || suffix == ".sh" || suffix == ".cmake" ||
           path.filename() == "CMakeLists.txt" || text.starts_with("#!");
}

std::vector<SourceFile> source_tree()
{
    const fs::path root = HALFOPEN_SOURCE_DIR;
    std::vector<SourceFile> files{{"CMakeLists.txt", read(root / "CMakeLists.txt")}};
    for (const char* folder : {"engine", "ui", "app", "tests", ".ci"}) {
        if (!fs::exists(root / folder))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (!entry.is_regular_file())
                continue;
            SourceFile file{fs::relative(entry.path(), root).generic_string(), read(entry.path())};
            if (is_source(entry.path(), file.text))
                files.push_back(std::move(file));
        }
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

QByteArray text_of(const std::vector<Finding>& findings)
{
    std::string text;
    for (const Finding& finding : findings)
        text += "\n" + finding.text();
    return QByteArray::fromStdString(text);
}

} // namespace

class RoomsTest : public QObject {
    Q_OBJECT

private slots:
    void the_source_tree_keeps_the_rules()
    {
        const std::vector<SourceFile> files = source_tree();
        QVERIFY2(files.size() > 5, "the source tree was not found");
        const std::vector<Finding> findings = check_all(files);
        QVERIFY2(findings.empty(), text_of(findings));
    }

    void an_include_is_judged_by_the_room_it_stands_in_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("allowed");

        const auto row = [](const char* path, const char* line, bool allowed) {
            QTest::addRow("%s %s", path, line) << QString(path) << QString(line) << allowed;
        };
        row("engine/base/time.h", "#include <cstdint>", true);
        row("engine/base/time.h", "#include \"engine/policy/retry.h\"", false);
        row("engine/base/draw.cpp", "#include <Random123/philox.h>", true);
        row("engine/base/draw.cpp", "#include <random>", false);
        row("engine/base/draw.cpp", "  #  include  <random>", false);
        row("engine/base/draw.cpp", "// #include <random>", true);
        row("engine/base/draw.cpp", "const char* s = R\"(\n#include <random>\n)\";", true);
        row("engine/policy/retry.cpp", "#include \"engine/base/time.h\"", true);
        row("engine/policy/retry.cpp", "#include \"engine/sim/queue.h\"", false);
        row("engine/policy/retry.cpp", "#include <Random123/philox.h>", false);
        row("engine/policy/breaker/machine.cpp", "#include \"engine/world/service.h\"", false);
        row("engine/world/service.h", "#include \"engine/trace/record.h\"", false);
        row("engine/trace/store.h", "#include \"engine/world/scenario.h\"", false);
        row("engine/sim/simulation.h", "#include \"engine/trace/store.h\"", true);
        row("engine/sim/simulation.h", "#include \"engine/insight/metrics.h\"", false);
        row("engine/sim/simulation.cpp", "#include <thread>", false);
        row("engine/sim/simulation.cpp", "#include <fstream>", false);
        row("engine/insight/explain.cpp", "#include \"engine/sim/simulation.h\"", true);
        row("engine/insight/explain.cpp", "#include \"engine/sim/queue.h\"", false);
        row("engine/files/scenario_yaml.cpp", "#include <yaml-cpp/yaml.h>", true);
        row("engine/world/scenario.cpp", "#include <yaml-cpp/yaml.h>", false);
        row("engine/files/scenario_yaml.cpp", "#include <QString>", false);
        row("engine/files/scenario_yaml.cpp", "#include <QtCore/qglobal.h>", false);
        row("engine/files/scenario_yaml.cpp", "#include <qstring.h>", false);
        row("engine/files/scenario_yaml.cpp", "#include \"ui/theme/palette.h\"", false);
        row("engine/nowhere/thing.h", "#include <cstdint>", false);
        row("ui/timeline/track.cpp", "#include <QPainter>", true);
        row("ui/timeline/track.cpp", "#include <QChartView>", false);
        row("ui/timeline/track.cpp", "#include <QtCharts/QLineSeries>", false);
        row("ui/timeline/track.cpp", "#include <QValueAxis>", false);
        row("ui/timeline/track.cpp", "#include \"app/cli/run.h\"", false);
        row("ui/timeline/track.cpp", "#include \"track.h\"", false);
        row("ui/timeline/track.cpp", "#include <ui/timeline/track.h>", false);
        row("ui/timeline/track.cpp", "#include \"track.moc\"", true);
        row("ui/charts/series.cpp", "#include <QLineSeries>", true);
        row("app/cli/run.cpp", "#include <CLI/CLI.hpp>", true);
        row("tests/gui/lab_test.cpp", "#include \"ui/main_window.h\"", true);
    }

    void an_include_is_judged_by_the_room_it_stands_in()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QFETCH(bool, allowed);
        const std::vector<Finding> findings =
            check_includes({path.toStdString(), "\n" + line.toStdString() + "\n"});
        QVERIFY2(findings.empty() == allowed, text_of(findings));
    }

    void a_finding_names_file_line_and_reason()
    {
        const std::vector<Finding> findings =
            check_includes({"engine/base/draw.cpp", "// First line.\n\n#include <random>\n"});
        QCOMPARE(findings.size(), std::size_t{1});
        QVERIFY(findings[0].text().starts_with("engine/base/draw.cpp:3: <random>: "));
    }

    void a_clock_in_the_engine_is_found_in_code_only()
    {
        const SourceFile bad{"engine/sim/a.cpp", "int x = 1'000;\nauto t = Clock::now ();\n"};
        const SourceFile talk{"engine/sim/a.cpp",
                              "// no now() here\n/* nor\n now() here */\nauto s = \"now()\";\nknow();\n"};
        const SourceFile screen{"ui/a.cpp", "auto t = Clock::now();\n"};
        QCOMPARE(check_forbidden_code(bad).size(), std::size_t{1});
        QCOMPARE(check_forbidden_code(bad)[0].line, std::size_t{2});
        QVERIFY(check_forbidden_code(talk).empty());
        QVERIFY(check_forbidden_code(screen).empty());
    }

    void the_own_header_comes_first()
    {
        const std::vector<std::string> paths{"ui/a.h", "ui/a.cpp"};
        const SourceFile good{"ui/a.cpp", "// A comment.\n#include \"ui/a.h\"\n#include <vector>\n"};
        const SourceFile bad{"ui/a.cpp", "#include <vector>\n#include \"ui/a.h\"\n"};
        const SourceFile none{"ui/a.cpp", "int a;\n"};
        QVERIFY(check_own_header_first(good, paths).empty());
        QCOMPARE(check_own_header_first(bad, paths).size(), std::size_t{1});
        QCOMPARE(check_own_header_first(none, paths).size(), std::size_t{1});
        QVERIFY(check_own_header_first(bad, {"ui/a.cpp"}).empty());
    }

    void the_licence_line_stands_at_the_top()
    {
        const std::string line = "SPDX-License-Identifier: GPL-3.0-or-later\n";
        QVERIFY(check_licence_line({"ui/a.h", "// " + line}).empty());
        QVERIFY(check_licence_line({"tests/run", "#!/usr/bin/env bash\n# " + line}).empty());
        QCOMPARE(check_licence_line({"ui/a.h", "#pragma once\n\n// " + line}).size(), std::size_t{1});
        QCOMPARE(check_licence_line({"ui/CMakeLists.txt", ""}).size(), std::size_t{1});
    }

    void a_header_without_pragma_once_is_found()
    {
        QVERIFY(check_pragma_once({"ui/a.h", "#pragma once\n"}).empty());
        QVERIFY(check_pragma_once({"ui/a.cpp", ""}).empty());
        QCOMPARE(check_pragma_once({"ui/a.h", "// #pragma once\n"}).size(), std::size_t{1});
    }

    void a_vague_file_name_is_found()
    {
        QCOMPARE(check_file_name({"ui/time_utils.h", ""}).size(), std::size_t{1});
        QCOMPARE(check_file_name({"ui/Helper.cpp", ""}).size(), std::size_t{1});
        QCOMPARE(check_file_name({"engine/base/common.h", ""}).size(), std::size_t{1});
        QCOMPARE(check_file_name({"ui/window_manager.cpp", ""}).size(), std::size_t{1});
        QVERIFY(check_file_name({"engine/insight/utilisation.h", ""}).empty());
    }

    void all_checks_run_over_all_files()
    {
        const std::vector<Finding> findings = check_all({{"engine/base/common.h", "int a = now();\n"},
                                                         {"engine/base/common.cpp", "#include <random>\n"}});
        // The header: clock, licence, pragma, name. The source: library, own header, licence, name.
        QVERIFY2(findings.size() == 8, text_of(findings));
    }
};

QTEST_APPLESS_MAIN(RoomsTest)
#include "rooms_test.moc"
