#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by app/start, tests/run and .ci/run: finds what is missing on this machine, configures and builds.
# To be sourced. Must work in bash 3.2 (macOS): no associative arrays, no mapfile.

halfopen_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

say() { printf '%s\n' "$*"; }

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The Debian packages and what each is for. The program needs the first list, the tests both.
packages_for_program=(
    "g++|the compiler"
    "cmake|the build"
    "ninja-build|the build"
    "ccache|fast rebuilds"
    "qt6-base-dev|windows"
    "libqt6opengl6-dev|asked for by Qt Charts when it is configured"
    "qt6-charts-dev|charts"
    "qt6-svg-dev|icons"
    "qt6-tools-dev|how CMake finds Qt Linguist"
    "qt6-l10n-tools|Qt Linguist: the window in German"
    "qt6-translations-l10n|Qt's own dialogs in German"
    "libyaml-cpp-dev|reading scenarios"
    "nlohmann-json3-dev|results as JSON"
    "libcli11-dev|the command line"
    "libfmt-dev|text"
    "librandom123-dev|keyed randomness"
    "libboost-dev|Boost.Math, for intervals and closed forms"
    "fonts-inter|the typeface of the window"
    "fonts-dejavu-core|signs that Inter lacks"
)
packages_for_tests=(
    "librapidcheck-dev|property tests"
    "libbenchmark-dev|benchmarks"
)

# The same on other systems, for a person to install; nothing is installed there by itself.
packages_on_fedora="gcc-c++ cmake ninja-build ccache qt6-qtbase-devel qt6-qtcharts-devel qt6-qtsvg-devel qt6-qttools-devel qt6-qttranslations yaml-cpp-devel json-devel cli11-devel fmt-devel Random123-devel boost-devel rsms-inter-fonts dejavu-sans-fonts"
packages_on_fedora_for_tests="rapidcheck-devel google-benchmark-devel"
packages_on_arch="gcc cmake ninja ccache qt6-base qt6-charts qt6-svg qt6-tools qt6-translations yaml-cpp nlohmann-json cli11 fmt boost inter-font ttf-dejavu"
packages_on_arch_for_tests="benchmark"
packages_on_macos="cmake ninja ccache qt yaml-cpp nlohmann-json cli11 fmt boost"
packages_on_macos_for_tests="google-benchmark"

# Runs a command whose output goes to the log. At a terminal the counter of the build is shown meanwhile.
# quietly WORDS LOG COMMAND…
quietly() {
    local words="$1" log="$2"
    shift 2
    mkdir -p "$(dirname "$log")"
    printf '%s … ' "$words"
    if "$@" 2>&1 </dev/null | tee -a "$log" | show_counter "$words"; then
        printf 'done\n'
        return 0
    fi
    printf 'failed\n\n'
    tail -n 40 "$log" >&2
    printf '\nThe whole log: %s\n' "$log" >&2
    return 1
}

show_counter() {
    if [ ! -t 1 ]; then
        cat >/dev/null
        return
    fi
    local line
    while IFS= read -r line; do
        case "$line" in
            "["*/*"]"*) printf '\r%s … %s] ' "$1" "${line%%]*}" ;;
        esac
    done
    printf '\r\033[K%s … ' "$1"
}

system_family() {
    if [ "$(uname -s)" = Darwin ]; then
        echo macos
        return
    fi
    local ids=""
    [ -r /etc/os-release ] && ids="$(. /etc/os-release && echo " ${ID:-} ${ID_LIKE:-} ")"
    case "$ids" in
        *" debian "* | *" ubuntu "*) echo debian ;;
        *" fedora "* | *" rhel "*) echo fedora ;;
        *" arch "*) echo arch ;;
        *) echo other ;;
    esac
}

# ensure_packages program|tests
ensure_packages() {
    local family
    family="$(system_family)"
    case "$family" in
        debian) ensure_debian_packages "$1" ;;
        *) ensure_by_probe "$family" "$1" ;;
    esac
}

ensure_debian_packages() {
    local wanted=("${packages_for_program[@]}") entry installed
    [ "$1" = tests ] && wanted+=("${packages_for_tests[@]}")
    # A session with Wayland only needs Qt's plugin for it.
    if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -z "${DISPLAY:-}" ] && [ "$1" = program ]; then
        wanted+=("qt6-wayland|windows under Wayland")
    fi

    # shellcheck disable=SC2016
    installed=" $(dpkg-query -W -f='${db:Status-Status}:${Package} ' "${wanted[@]%%|*}" 2>/dev/null || true)"
    local missing=()
    for entry in "${wanted[@]}"; do
        case "$installed" in
            *" installed:${entry%%|*} "*) ;;
            *) missing+=("$entry") ;;
        esac
    done
    [ "${#missing[@]}" -eq 0 ] && return 0

    say "These packages are missing:"
    for entry in "${missing[@]}"; do
        printf '    %-20s %s\n' "${entry%%|*}" "${entry#*|}"
    done
    install_debian_packages "${missing[@]%%|*}" || stop "
Halfopen needs these packages and could not install them:
    ${missing[*]%%|*}
Install them with
    apt-get install --no-install-recommends ${missing[*]%%|*}
and start again."
}

install_debian_packages() {
    local log="$halfopen_root/build/setup.log" root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "This needs root, and there is no sudo."
            return 1
        fi
        root=(sudo)
        [ -t 0 ] || root=(sudo -n)
        if ! "${root[@]}" true; then
            say "This needs root, and sudo did not let us."
            return 1
        fi
    fi
    local apt=(${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120)
    # Old package lists may still be good enough, so a failed update is not the end.
    quietly "Reading the package lists" "$log" "${apt[@]}" update || true
    quietly "Installing" "$log" "${apt[@]}" install -y --no-install-recommends "$@"
}

# On systems whose packages we do not install: go on if the build can be configured, else say what to install.
ensure_by_probe() {
    local family="$1" for_tests="$2" preset=release names="" log="$halfopen_root/build/probe.log" tool
    [ "$for_tests" = tests ] && preset=dev
    if [ -e "$halfopen_root/build/$preset/.configured" ]; then
        return 0
    fi
    mkdir -p "$halfopen_root/build"
    local able=yes
    for tool in cmake ninja c++; do
        command -v "$tool" >/dev/null || able=no
    done
    if [ "$able" = yes ] && (cd "$halfopen_root" && cmake --fresh --preset "$preset") >"$log" 2>&1; then
        return 0
    fi

    say "Halfopen cannot be built here yet. It needs these packages:"
    case "$family" in
        fedora)
            names="$packages_on_fedora"
            [ "$for_tests" = tests ] && names="$names $packages_on_fedora_for_tests"
            say "    sudo dnf install $names"
            ;;
        arch)
            names="$packages_on_arch"
            [ "$for_tests" = tests ] && names="$names $packages_on_arch_for_tests"
            say "    sudo pacman -S --needed $names"
            say "and from the AUR: random123 (headers only)$([ "$for_tests" = tests ] && echo ", rapidcheck")"
            ;;
        macos)
            names="$packages_on_macos"
            [ "$for_tests" = tests ] && names="$names $packages_on_macos_for_tests"
            say "    brew install $names"
            say "    brew install --cask font-inter"
            say "and from their sources: Random123 (headers only)$([ "$for_tests" = tests ] && echo ", rapidcheck")"
            ;;
        *)
            say "    a C++20 compiler, CMake 3.25, Ninja, Qt 6.4 (Base, Charts, Svg, Tools), yaml-cpp, nlohmann-json, CLI11,"
            say "    fmt, Random123, Boost.Math; for the tests also RapidCheck and Google Benchmark"
            ;;
    esac
    [ -e "$log" ] && say "What CMake missed: $log"
    exit 1
}

processors() { nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2; }

# Configures build/PRESET when it is new, was made for another folder, or is older than the presets.
# From then on Ninja calls CMake by itself.
configure() {
    local preset="$1" stamp cache
    stamp="$halfopen_root/build/$preset/.configured"
    cache="$halfopen_root/build/$preset/CMakeCache.txt"
    if [ -e "$stamp" ] && [ ! "$halfopen_root/CMakePresets.json" -nt "$stamp" ] &&
        grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$halfopen_root" "$cache" 2>/dev/null; then
        return 0
    fi
    rm -f "$stamp"
    (cd "$halfopen_root" && cmake --fresh --preset "$preset") || return 1
    touch "$stamp"
}

# build PRESET [TARGET…]
build() {
    local preset="$1" targets=()
    shift
    [ $# -gt 0 ] && targets=(--target "$@")
    (cd "$halfopen_root" &&
        cmake --build --preset "$preset" --parallel "${CMAKE_BUILD_PARALLEL_LEVEL:-$(processors)}" \
            ${targets[@]+"${targets[@]}"})
}
