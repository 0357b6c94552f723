// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/problem_panel.h"
#include "ui/start/card_pictures.h"
#include "ui/start/scenario_card.h"

class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace halfopen {

/// Where to begin: files opened last, and the scenarios that come with the program, each with a picture of what happens
/// in it. Arrows walk over the cards, Enter opens, Esc goes back to the Lab.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(const Theme &theme, const QString &cacheFolder, QWidget *parent = nullptr);
    /// Above the scenarios: why a file that was asked for is not open.
    void tell(const FileProblem &problem);
    const ProblemPanel &problems() const { return *problems_; }
    /// Reads the scenarios when it is shown for the first time, and asks for the pictures that are missing.
    void appear(const QStringList &recent);
    const QList<ScenarioCard *> &cards() const { return cards_; }
    QLineEdit *search() { return search_; }
    bool settled() const { return pictures_.waiting() == 0; } ///< no picture is being made

signals:
    void opened(const QString &file);
    void fileAsked(); ///< another file, from the disk
    void leaving();   ///< back to where one was

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Section {
        QLabel *title;
        QWidget *field; ///< in which the cards stand
        QList<ScenarioCard *> cards;
    };
    void addHead(QVBoxLayout &layout);
    void addSection(const QString &title, const QString &folder);
    void showRecent(const QStringList &files);
    void arrange();
    void askPictures();
    bool walk(QWidget *from, int key);

    const Theme &theme_;
    CardPictures pictures_;
    QHash<QString, Scenario> scenarios_;
    ProblemPanel *problems_;
    QLineEdit *search_;
    QScrollArea *scroll_;
    QWidget *recent_;
    QVBoxLayout *body_;
    QLabel *nothing_;
    QList<Section> sections_;
    QList<ScenarioCard *> cards_;
};

} // namespace halfopen
