// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of export, asked for as a person does, and then read again.
#include "tests/gui/lab.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenuBar>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include "engine/insight/series.h"
#include "engine/trace/fingerprint.h"
#include "ui/export/exporter.h"
#include "ui/export/run_exports.h"
#include "ui/shell/commands.h"
#include "ui/shell/notices.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

/// Types a name into the next file dialog and presses Enter.
void answerWith(const QString &path) {
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, path] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog) return;
        timer->stop();
        timer->deleteLater();
        auto *name = dialog->findChild<QLineEdit *>("fileNameEdit");
        name->setText(path); // keys would wake the completer, whose list takes the Enter
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    });
    timer->start(5);
}

/// How many different colours a picture has, at every fourth pixel.
qsizetype coloursOf(const QImage &image) {
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 4)
        for (int x = 0; x < image.width(); x += 4)
            colours << image.pixel(x, y);
    return colours.size();
}

QList<QList<QByteArray>> rowsOf(const QByteArray &csv) {
    QList<QList<QByteArray>> rows;
    for (const QByteArray &line : csv.trimmed().split('\n'))
        rows << line.split(',');
    return rows;
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        lab_ = openLab();
        QVERIFY(lab_);
        session().showAt(kTimeZero + std::chrono::seconds(121));
        QVERIFY(QTest::qWaitFor([this] { return !lab_->grab().isNull(); }));
    }
    void cleanup() { lab_.reset(); }

    void every_pane_is_saved_as_a_picture_data() {
        QTest::addColumn<QString>("ending");
        QTest::newRow("png") << "png";
        QTest::newRow("svg") << "svg";
    }
    void every_pane_is_saved_as_a_picture() {
        QFETCH(QString, ending);
        lab_->refreshAll();
        QTest::qWait(300);
        int panes = 0;
        for (const Command &command : lab_->commands().all()) {
            if (!command.spec.id.startsWith("export/picture/")) continue;
            ++panes;
            const QString id = command.spec.id.section('/', 2);
            const QString path = exported(command.spec.id, id + '.' + ending);
            const QImage image = ending == "png" ? QImage(path) : pictureOfSvg(path);
            QVERIFY2(!image.isNull(), qPrintable(path));
            const auto pane = std::ranges::find(lab_->exporter().panes(), id, &ExportPane::id);
            const QSize size = pane->widget->size();
            QCOMPARE(image.size(), ending == "png" ? size * 2 : size);
            QVERIFY2(coloursOf(image) > 12, qPrintable(QString("%1: %2 colours").arg(path).arg(coloursOf(image))));
        }
        QVERIFY(panes >= 8);
    }
    void a_name_without_an_ending_gets_one() {
        const QString path = exported("export/picture/tracks", "tracks");
        QCOMPARE(QFileInfo(path + ".png").size() > 1000, true);
    }

    void the_series_equal_those_of_the_run() {
        const auto rows = rowsOf(readFile(exported("export/series", "s.csv")));
        RunSeries series(session().run().scenario());
        while (series.extend(session().run().trace(), 1'000'000)) {
        }
        const QList<QByteArray> header = rows.first();
        const auto column = [&header](const char *name) { return header.indexOf(name); };
        QCOMPARE(rows.size() - 1, qsizetype(std::ceil(seconds(session().run().computed()))));
        std::uint64_t started = 0, failed = 0, attempts = 0;
        for (qsizetype i = 1; i < rows.size(); ++i) {
            QCOMPARE(rows[i].size(), header.size());
            const SimTime t = kTimeZero + std::chrono::seconds(i - 1);
            QCOMPARE(rows[i][column("time_s")].toDouble(), double(i - 1));
            const RunCounts c = series.until(t + std::chrono::seconds(1)) - series.until(t);
            QCOMPARE(rows[i][column("started")].toULongLong(), c.started);
            QCOMPARE(rows[i][column("served_at_once")].toULongLong(), c.first_try);
            QCOMPARE(rows[i][column("served_after_fallback")].toULongLong(), c.fell_back);
            QCOMPARE(rows[i][column("cost_usd")].toDouble(), double(c.cost_nano_usd) * 1e-9);
            QCOMPARE(rows[i][column("latency_p95_s")].isEmpty(), c.ended() == 0);
            started += rows[i][column("started")].toULongLong();
            failed += rows[i][column("failed")].toULongLong();
            attempts += rows[i][column("attempts")].toULongLong();
        }
        QCOMPARE(started, series.latest().started);
        QCOMPARE(failed, series.latest().failed);
        QCOMPARE(attempts, series.latest().attempts);
        QCOMPARE(rows.last()[column("in_flight")].toULongLong(), series.latest().in_flight());
    }

    void the_figures_over_time_equal_those_of_the_run() {
        const auto rows = rowsOf(readFile(exported("export/figures", "f.csv")));
        const auto &history = session().run().history();
        QCOMPARE(rows.size(), qsizetype(history.size()) + 1);
        QVERIFY(rows.size() > 20);
        const qsizetype success = rows.first().indexOf("success_rate"), p95 = rows.first().indexOf("latency_p95_s");
        const qsizetype cost = rows.first().indexOf("cost_per_success_usd");
        QVERIFY(success > 0 && p95 > 0 && cost > 0);
        for (std::size_t i = 0; i < history.size(); ++i) {
            const QList<QByteArray> &row = rows[qsizetype(i) + 1];
            const Metrics &m = history[i]->metrics;
            QCOMPARE(row.size(), rows.first().size());
            QCOMPARE(row[0].toDouble(), seconds(history[i]->at));
            for (const auto &[place, figure] :
                 {std::pair(success, m.success_rate), {p95, m.latency.p95}, {cost, m.cost_per_success_usd}}) {
                QCOMPARE(row[place].isEmpty(), !figure.has_value());
                // Ten digits are written.
                if (figure) QVERIFY(std::abs(row[place].toDouble() - *figure) <= 1e-9 * std::abs(*figure));
            }
        }
    }

    void the_events_are_one_line_each() {
        const QByteArray text = readFile(exported("export/events", "e.jsonl"));
        const QList<QByteArray> lines = text.trimmed().split('\n');
        QCOMPARE(std::size_t(lines.size()), session().run().trace().size());
        double before = 0;
        for (const QByteArray &line : lines) {
            QJsonParseError error;
            const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
            QVERIFY2(error.error == QJsonParseError::NoError && object.contains("t_s"), line.constData());
            QVERIFY(object["t_s"].toDouble() >= before);
            before = object["t_s"].toDouble();
        }
    }

    void the_report_needs_nothing_else_and_tells_the_figures() {
        lab_->theme().setMode(Theme::Mode::dark);
        const SimTime from = session().span().from(), to = session().span().to();
        const QByteArray html = readFile(exported("export/report", "r.html"));
        QCOMPARE(lab_->theme().mode(), Theme::Mode::dark);
        QCOMPARE(session().span().from(), from);
        QCOMPARE(session().span().to(), to);
        QString text;
        QList<QImage> pictures;
        QXmlStreamReader reader(html);
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isCharacters()) text += reader.text();
            if (!reader.isStartElement()) continue;
            QVERIFY(reader.name() != u"script" && reader.name() != u"link" && reader.name() != u"iframe");
            const QString source = reader.attributes().value("src").toString();
            if (source.isEmpty()) continue;
            QVERIFY(source.startsWith("data:image/png;base64,"));
            QVERIFY(!reader.attributes().value("alt").isEmpty());
            pictures << QImage::fromData(QByteArray::fromBase64(source.section(',', 1).toLatin1()));
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(pictures.size() >= 2);
        for (const QImage &picture : pictures) {
            QVERIFY(coloursOf(picture) > 12);
            QCOMPARE(picture.pixelColor(2, picture.height() / 2).lightness() > 200, true); // for paper
        }
        const Metrics &m = session().run().metricsAt(session().run().computed());
        Fingerprint hash;
        for (std::size_t i = 0; i < session().run().trace().size(); ++i)
            hash.add(session().run().trace()[i]);
        for (const QString &said :
             {QString("%1 %").arg(*m.success_rate * 100, 0, 'f', 2), QString::number(m.requests),
              QString("%1 %").arg(*m.retry_rate * 100, 0, 'f', 2), QString::fromStdString(hash.hex()),
              QString("seed 7"), QString("Advice of the linter"), QString("Checked against theory"),
              QString("gpt4_vision"), QString::fromStdString(session().document().text()).section('\n', 0, 4),
              QString::fromStdString(session().document().scenario().about).left(60)})
            QVERIFY2(text.contains(said), qPrintable(said));
        QVERIFY(!html.contains("url(") && !html.contains("@import"));
        QVERIFY(!QRegularExpression("(src|href)=\"(?!data:)").match(html).hasMatch());
        if (const QString keep = qEnvironmentVariable("HALFOPEN_PICTURES"); !keep.isEmpty())
            QFile::copy(folder_->filePath("r.html"), keep + "/report.html");
    }
    void the_report_shows_panes_that_are_not_on_the_screen_and_leaves_them_so() {
        auto *dock = child<QWidget>(*lab_, "tradeoff");
        QAction *flow = lab_->commands().find("pane/flow")->action;
        dock->hide();
        flow->setChecked(false);
        const QByteArray html = readFile(exported("export/report", "r.html"));
        QCOMPARE(html.count("data:image/png;base64,"), 3);
        qsizetype at = 0;
        while ((at = html.indexOf("data:image/png;base64,", at)) >= 0) {
            at += 22;
            const QByteArray bytes = QByteArray::fromBase64(html.mid(at, html.indexOf('"', at) - at));
            const QImage picture = QImage::fromData(bytes);
            QVERIFY2(coloursOf(picture) > 12, qPrintable(QString("%1 x %2").arg(picture.width()).arg(picture.height())));
        }
        QVERIFY(dock->isHidden());
        QVERIFY(!flow->isChecked());
        dock->show();
        flow->setChecked(true);
    }
    void the_report_says_how_far_it_was_computed_and_that_it_was_edited() {
        QVERIFY(!session().document().set("seed", "8", {"seed 8"}));
        QVERIFY(session().waitUntilSettled(30'000));
        const QByteArray html = readFile(exported("export/report", "r.html"));
        QVERIFY(html.contains("receipts.scenario.yaml, edited"));
        QVERIFY(html.contains("seed 8"));
    }

    void a_long_export_shows_its_progress_and_can_be_cancelled() {
        const QString path = writeFile(*folder_, "old.jsonl", "older\n");
        QSignalSpy ended(&lab_->exporter().jobs(), &ExportJobs::ended);
        std::atomic<bool> seen{false};
        lab_->exporter().jobs().start(path, [&seen](ExportProgress &progress) {
            for (int i = 0; !progress.cancelled; ++i) {
                progress.reach(std::size_t(std::min(i, 500)), 1000);
                QThread::msleep(1);
                seen = true;
            }
            return QString();
        });
        auto *notices = child<Notices>(*lab_, "notices");
        QTRY_VERIFY(notices->findChild<QProgressBar *>());
        auto *bar = notices->findChild<QProgressBar *>();
        QTRY_COMPARE(bar->value(), 500);
        keepPicture(*lab_, "export progress");
        session().showAt(kTimeZero + std::chrono::seconds(30)); // the window is not blocked
        QCOMPARE(seconds(session().playhead().viewed()), 30.0);
        for (auto *button : notices->findChildren<QPushButton *>())
            if (button->text() == "Cancel") QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(labelsOf(*notices).contains("old.jsonl was not written: it was cancelled"));
        QCOMPARE(readFile(path), QByteArray("older\n"));
    }
    void a_cancelled_event_log_leaves_no_file() {
        const QString path = folder_->filePath("e.jsonl");
        ExportProgress progress;
        progress.cancelled = true;
        QCOMPARE(writeEvents(exportedRun(session().run()), path, progress), QString());
        QVERIFY(!QFile::exists(path));
        QCOMPARE(QDir(folder_->path()).entryList(QDir::Files).size(), 0);
    }
    void what_cannot_be_written_says_why() {
        writeFile(*folder_, "file", "x");
        QSignalSpy ended(&lab_->exporter().jobs(), &ExportJobs::ended);
        lab_->exporter().jobs().start(folder_->filePath("file/x.csv"),
                                      [path = folder_->filePath("file/x.csv"), run = exportedRun(session().run())](
                                          ExportProgress &p) { return writeSeries(run, path, p); });
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(labelsOf(*child<Notices>(*lab_, "notices")).contains("x.csv was not written: "));
    }
    void leaving_in_the_middle_of_an_export_is_no_harm() {
        lab_->exporter().jobs().start(folder_->filePath("x"), [](ExportProgress &progress) {
            while (!progress.cancelled)
                QThread::msleep(1);
            return QString();
        });
        lab_.reset();
    }

private:
    Session &session() { return lab_->session(); }
    /// Chooses the entry, gives the name and waits; the path.
    QString exported(const QString &id, const QString &name) {
        const QString path = folder_->filePath(name);
        answerWith(path);
        QSignalSpy ended(&lab_->exporter().jobs(), &ExportJobs::ended);
        lab_->commands().find(id)->action->trigger();
        if (!QTest::qWaitFor([&] { return ended.count() == 1; }, 30'000))
            qWarning("%s: it did not end", qPrintable(id));
        else if (!ended[0][1].toString().isEmpty())
            qWarning("%s", qPrintable(ended[0][1].toString()));
        return path;
    }
    static QImage pictureOfSvg(const QString &path) {
        QSvgRenderer renderer(path);
        if (!renderer.isValid()) return {};
        QImage image(renderer.viewBox().size(), QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        if (const QString keep = qEnvironmentVariable("HALFOPEN_PICTURES"); !keep.isEmpty())
            image.save(QString("%1/svg %2.png").arg(keep, QFileInfo(path).baseName()));
        return image;
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> lab_;
};

QTEST_MAIN(ExportTest)
#include "export_test.moc"
