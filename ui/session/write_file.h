// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QSaveFile>
#include <QString>

namespace halfopen {

/// A file that is written whole or not at all: through a temporary file beside it and a rename. Until commit() nothing
/// on the disk is changed, and without it nothing ever is.
class WholeFile {
public:
    explicit WholeFile(const QString &path);
    bool write(QByteArrayView bytes); ///< false: it cannot go on, commit() says why
    QString commit();                 ///< the reason when it could not be written, empty when it was

private:
    QSaveFile file_;
    QString reason_;
};

/// The same for bytes that are at hand.
QString writeFileWhole(const QString &path, QByteArrayView bytes);

} // namespace halfopen
