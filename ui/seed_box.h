// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

namespace halfopen {

/// A spin box for a 64-bit seed. Arrows and wheel take the next one at once; a typed one is taken by Enter or Tab.
class SeedBox : public QAbstractSpinBox {
    Q_OBJECT
public:
    explicit SeedBox(QWidget *parent = nullptr);
    quint64 seed() const { return seed_; }
    void setSeed(quint64 seed); ///< does not emit chosen()
    void stepBy(int steps) override;
    QValidator::State validate(QString &input, int &position) const override;

signals:
    void chosen(quint64 seed);

protected:
    StepEnabled stepEnabled() const override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take();
    quint64 seed_ = 0;
};

} // namespace halfopen
