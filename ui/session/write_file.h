// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace halfopen {

/// Writes a file whole or not at all: through a temporary file beside it and a rename. The reason when it could not be
/// written, empty when it was; then what was there before is untouched.
QString writeFileWhole(const QString &path, QByteArrayView bytes);

} // namespace halfopen
