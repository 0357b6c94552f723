// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/write_file.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace halfopen {

QString writeFileWhole(const QString &path, QByteArrayView bytes) {
    QSaveFile file(path);
    // Unbuffered: the buffer of Qt 6.4 takes a write that stopped half way, as on a full disk, for a whole one.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return file.errorString();
    while (!bytes.isEmpty()) {
        const qint64 written = file.write(bytes.data(), bytes.size());
        if (written <= 0) {
            const QString reason = file.errorString();
            file.cancelWriting();
            return reason.isEmpty() ? QCoreApplication::translate("halfopen::WriteFile", "the disk takes no more")
                                    : reason;
        }
        bytes = bytes.sliced(written);
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace halfopen
