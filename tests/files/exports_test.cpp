// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/html_report.h"
#include "engine/files/scenario_reader.h"
#include "engine/files/series_csv.h"
#include "tests/files/scenario_texts.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace halfopen;

class ExportsTest : public QObject {
    Q_OBJECT

private slots:
    void steps_of_the_csv_are_round_and_bounded() {
        QCOMPARE(csv_step(kTimeZero + std::chrono::seconds(240)), Duration(std::chrono::seconds(1)));
        QCOMPARE(csv_step(kTimeZero + std::chrono::seconds(1)), Duration(std::chrono::milliseconds(2)));
        QVERIFY(csv_step(kTimeZero + std::chrono::hours(240)) >= Duration(std::chrono::seconds(20)));
        QVERIFY(csv_step(kTimeZero + Duration{1}) >= Duration{1});
    }
    void a_run_without_anything_has_a_table_of_zeros() {
        const Scenario scenario = read_scenario(kSmallScenario).value();
        const std::string csv =
            series_csv(RunSeries(scenario), kTimeZero + std::chrono::seconds(3), std::chrono::seconds(1));
        const QList<QByteArray> lines = QByteArray::fromStdString(csv).trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[2], QByteArray("1,0,0,0,0,0,0,0,0,0,0,0,,,"));
    }
    void undefined_figures_are_empty_cells() {
        const Scenario scenario = read_scenario(kSmallScenario).value();
        FiguresCsv csv;
        csv.add(kTimeZero, MetricsFold(scenario).result(kTimeZero));
        const QList<QByteArray> lines = QByteArray::fromStdString(csv.text()).trimmed().split('\n');
        const qsizetype success = lines[0].split(',').indexOf("success_rate");
        QVERIFY(success > 0);
        QCOMPARE(lines[1].split(',')[success], QByteArray());
        QCOMPARE(lines[1].split(',').size(), lines[0].split(',').size());
    }
    void a_report_of_hostile_words_is_still_well_formed() {
        ReportContent content;
        content.scenario = read_scenario(kSmallScenario).value();
        content.scenario.name = "</title><script>alert(1)</script> & \"quotes\"";
        content.scenario.about = "a < b && c > d";
        content.scenario_text = "about: \"<pre></pre>\"\n";
        content.file = "<file>.yaml";
        content.metrics = MetricsFold(content.scenario).result(kTimeZero);
        content.pictures.push_back({"\"Tracks\"", "<b>", "AAAA", 10});
        content.advice.push_back({"rule<", AdviceKind::advice, "path&", "why<", "evidence>", "do \"it\""});
        const std::string html = html_report(content);
        QString text;
        QXmlStreamReader reader(QByteArray::fromStdString(html));
        while (!reader.atEnd()) {
            reader.readNext();
            QVERIFY(!(reader.isStartElement() && reader.name() == u"script"));
            if (reader.isCharacters()) text += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const char *said : {"<script>alert(1)</script> & \"quotes\"", "a < b && c > d", "<pre></pre>",
                                 "<file>.yaml", "rule<", "path&", "do \"it\"", "n/a"})
            QVERIFY2(text.contains(said), said);
    }
};

QTEST_GUILESS_MAIN(ExportsTest)
#include "exports_test.moc"
