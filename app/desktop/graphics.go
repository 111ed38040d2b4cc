package desktop

import (
	"os"
	"runtime"
)

// HasDisplay reports whether there is a display to open a window on.
func HasDisplay() bool {
	return runtime.GOOS == "windows" || runtime.GOOS == "darwin" ||
		os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// prepareGraphics switches WebKitGTK's shared buffers off where NVIDIA's driver is
// loaded: together they show an empty window. Whoever set the variable is right.
func prepareGraphics() {
	const variable = "WEBKIT_DISABLE_DMABUF_RENDERER"
	if _, set := os.LookupEnv(variable); set {
		return
	}
	if _, err := os.Stat("/proc/driver/nvidia/version"); err == nil {
		_ = os.Setenv(variable, "1") // The name is valid; there is nothing else to fail.
	}
}
