#!/usr/bin/env bash
# Makes sure that LibreOffice Calc is there, which opens the exported workbooks in the tests. Needs root, and only once.
source "$(dirname "$0")/env.sh"

command -v soffice >/dev/null && exit 0
install_packages "about a minute" libreoffice-calc-nogui
