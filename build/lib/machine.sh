# What build/run and build/test both need of the machine. To be sourced.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root" || exit 1

say() { printf '%s\n' "$*" >&2; }
stop() {
  say "$*"
  exit 1
}

# older A B: version A comes before version B.
older() { [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

need_go() {
  command -v go >/dev/null || stop "Go is missing: install Go 1.26 or newer from https://go.dev/dl/ and start again."
  local version
  version=$(GOTOOLCHAIN=local go env GOVERSION 2>/dev/null | sed 's/^go//')
  if older "${version:-0}" 1.26; then stop "Go ${version:-?} is too old: install Go 1.26 or newer from https://go.dev/dl/ and start again."; fi
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    stop "Node is missing: install Node 20.19 or newer, with npm, from https://nodejs.org/ and start again."
  local version
  version=$(node --version | sed 's/^v//')
  if older "$version" 20.19; then stop "Node $version is too old: install Node 20.19 or newer from https://nodejs.org/ and start again."; fi
}

# have THING: a command, or with "pc:" before it a library that pkg-config knows.
have() {
  case $1 in
    pc:*) command -v pkg-config >/dev/null && pkg-config --exists "${1#pc:}" ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# install THING=PACKAGE…: installs the packages whose thing is not there.
install() {
  local pair missing=()
  for pair in "$@"; do have "${pair%%=*}" || missing+=("${pair#*=}"); done
  [ ${#missing[@]} -eq 0 ] && return
  local as=()
  command -v apt-get >/dev/null || stop "These packages are missing, and there is no apt-get to install them: ${missing[*]}."
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop "These packages are missing, and installing them needs root: apt-get install ${missing[*]}"
    as=(sudo)
  fi
  say "Installing with apt-get: ${missing[*]}"
  if ! "${as[@]}" apt-get update -q >&2 || ! "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2; then
    stop "apt-get could not install: ${missing[*]}. Its own message stands above."
  fi
}

# install_window: what the desktop build needs.
install_window() { install gcc=gcc pkg-config=pkg-config pc:gtk+-3.0=libgtk-3-dev pc:webkit2gtk-4.1=libwebkit2gtk-4.1-dev; }

# frontend_packages: npm ci, unless what it would install is there already.
frontend_packages() {
  local stamp=frontend/node_modules/.installed
  if [ -f "$stamp" ] && cmp -s frontend/package-lock.json "$stamp"; then return; fi
  say "Installing the frontend's packages (npm ci)"
  (cd frontend && npm ci --no-audit --no-fund) >&2 && cp frontend/package-lock.json "$stamp"
}

build_kiosk() { CGO_ENABLED=0 go build -o build/bin/revient .; }
build_desktop() { CGO_ENABLED=1 go build -ldflags "-s -w" -tags desktop,production,webkit2_41 -o build/bin/revient-desktop .; }

# The linter is built by Go from its own module, once: golangci-lint is no
# dependency of the product, and its binary is ignored by git.
linter=$root/.cache/bin/golangci-lint
linter_version=v2.15.0
build_linter() {
  if [ -x "$linter" ] && "$linter" version 2>/dev/null | grep -q " ${linter_version#v} "; then return; fi
  say "Building golangci-lint $linter_version into .cache/bin (two minutes, once)"
  GOBIN=$root/.cache/bin GOFLAGS=-mod=mod go install "github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$linter_version"
}
