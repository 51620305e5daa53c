# The environment of the program on Linux and macOS: read by bin/mafer and by the start script of the installed program.
# shellcheck shell=sh
# Settings of the engine on Linux, unless set already. Its threads wait for each other by spinning, by default so long that
# a window, a loader or another program loses a core to them; without spinning, a third of the speed is lost. Tensors are
# created and freed in every layer: memory that is kept and reused instead of returned to the system saves page faults.
: "${GOMP_SPINCOUNT=80000}" "${MALLOC_ARENA_MAX=1}" "${MALLOC_MMAP_MAX_=0}" "${MALLOC_TRIM_THRESHOLD_=100000000000}"
export GOMP_SPINCOUNT MALLOC_ARENA_MAX MALLOC_MMAP_MAX_ MALLOC_TRIM_THRESHOLD_
# ONNX Runtime reports to its makers unless this is set; the program sets it too, before it loads ONNX Runtime.
ORT_DISABLE_TELEMETRY=1
export ORT_DISABLE_TELEMETRY
# In the locale C or POSIX, Java cannot read file names beyond ASCII: use the same locale with UTF-8.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX)
        if [ -n "$LC_ALL" ]; then LC_ALL=C.UTF-8; export LC_ALL; else LC_CTYPE=C.UTF-8; export LC_CTYPE; fi ;;
esac
