// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace halfopen {

/// The family to ask for so that all digits have one width: numbers then stand still while they change.
///
/// Qt 6.4 cannot switch an OpenType feature on. Where the family offers tabular figures ("tnum"), its faces of the
/// given weights are copied in memory with that feature under a tag that is always on, and registered for this
/// process under a name of their own. Where it does not, or anything fails, the family itself is the answer.
QString tabularFamily(const QString &family, const QList<int> &weights);

/// The glyph substitution table with "tnum" turned into "rclt" (always on); empty when it has no "tnum".
QByteArray withTabularFiguresOn(const QByteArray &gsub);

} // namespace halfopen
