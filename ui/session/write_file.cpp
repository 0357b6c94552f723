// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/write_file.h"

#include <QCoreApplication>

namespace halfopen {

WholeFile::WholeFile(const QString &path) : file_(path) {
    // Unbuffered: the buffer of Qt 6.4 takes a write that stopped half way, as on a full disk, for a whole one.
    if (!file_.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) reason_ = file_.errorString();
}

bool WholeFile::write(QByteArrayView bytes) {
    while (reason_.isEmpty() && !bytes.isEmpty()) {
        const qint64 written = file_.write(bytes.data(), bytes.size());
        if (written <= 0) {
            reason_ = file_.errorString();
            if (reason_.isEmpty())
                reason_ = QCoreApplication::translate("halfopen::WholeFile", "the disk takes no more");
            file_.cancelWriting();
        } else {
            bytes = bytes.sliced(written);
        }
    }
    return reason_.isEmpty();
}

QString WholeFile::commit() {
    if (!reason_.isEmpty()) return reason_;
    return file_.commit() ? QString() : file_.errorString();
}

QString writeFileWhole(const QString &path, QByteArrayView bytes) {
    WholeFile file(path);
    file.write(bytes);
    return file.commit();
}

} // namespace halfopen
