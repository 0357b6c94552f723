// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace halfopen {

/// Shows everything in the window as greys of the same brightness: the proof that nothing is said by hue alone. It
/// costs a pass over the painted pixels, so it is off otherwise.
void setGreyscale(QMainWindow &window, bool on);
bool isGreyscale(const QMainWindow &window);

} // namespace halfopen
