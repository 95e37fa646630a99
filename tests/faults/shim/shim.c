/* Preloaded into the server under test. Below one folder it records every write, length change, flush, creation, removal and
 * renaming with its begin and end on the monotonic clock; it lets chosen writes and flushes fail, slows flushes down, and moves the
 * wall clock. It is steered through a page that the driver writes to (shim/control.ts has the same offsets). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct control {
  volatile int64_t clock_offset_ns;
  volatile int32_t fail_write_in, write_errno;
  volatile int32_t fail_sync_in, sync_errno;
  volatile int32_t is_full, failures;
  volatile int32_t sync_delay_us, syncs;
};

static struct control *control;
static const char *folder;
static size_t folder_length;
static int trace = -1;
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);
static int (*real_open)(const char *, int, ...);
static int (*real_clock_gettime)(clockid_t, struct timespec *);
static int (*real_gettimeofday)(struct timeval *, void *);

__attribute__((constructor)) static void begin(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_writev = dlsym(RTLD_NEXT, "writev");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  real_open = dlsym(RTLD_NEXT, "open64");
  real_clock_gettime = dlsym(RTLD_NEXT, "clock_gettime");
  real_gettimeofday = dlsym(RTLD_NEXT, "gettimeofday");
  folder = getenv("FAULTS_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  const char *page = getenv("FAULTS_CONTROL");
  if (page) {
    int fd = real_open(page, O_RDWR | O_CLOEXEC);
    if (fd >= 0) {
      void *mapped = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
      if (mapped != MAP_FAILED) control = mapped;
      close(fd);
    }
  }
  const char *log = getenv("FAULTS_TRACE");
  if (log && *log) trace = real_open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static uint64_t now(void) {
  struct timespec t;
  real_clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static int is_below(const char *path) {
  return folder_length > 0 && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == 0);
}

/* The path of a descriptor below the folder, relative to it; 0 when it is elsewhere. */
static int below(int fd, char *path) {
  char link[40];
  if (folder_length == 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  if (!is_below(path)) return 0;
  memmove(path, path + folder_length, (size_t)length - folder_length + 1);
  return 1;
}

struct head {
  uint32_t size;
  uint8_t kind;
  uint8_t failed;
  uint16_t path_length;
  uint64_t begun, ended;
  int64_t offset;
  uint32_t data_length;
  uint32_t pid;
};

/* Backups are whole files of their own, looked at as such; what the power may do to them is not tried. */
static int is_backup(const char *path) { return strncmp(path, "/backups", 8) == 0; }

/* One append per record: what a killed process has recorded is whole. */
static void record(char kind, const char *path, uint64_t begun, int64_t offset, const void *data, size_t length, int failed) {
  if (trace < 0 || is_backup(path)) return;
  int saved = errno;
  struct head head = {0};
  head.kind = (uint8_t)kind;
  head.failed = (uint8_t)failed;
  head.path_length = (uint16_t)strlen(path);
  head.begun = begun;
  head.ended = now();
  head.offset = offset;
  head.data_length = (uint32_t)length;
  head.pid = (uint32_t)getpid();
  head.size = (uint32_t)(sizeof head + head.path_length + length);
  struct iovec parts[3] = {{&head, sizeof head}, {(void *)path, head.path_length}, {(void *)data, length}};
  (void)!real_writev(trace, parts, 3);
  errno = saved;
}

static int fails(volatile int32_t *in) {
  if (!control || *in <= 0) return 0;
  if (__sync_sub_and_fetch(in, 1) != 0) return 0;
  __sync_add_and_fetch(&control->failures, 1);
  return 1;
}

static int is_refused(void) {
  if (!control) return 0;
  if (control->is_full) {
    __sync_add_and_fetch(&control->failures, 1);
    errno = ENOSPC;
    return 1;
  }
  if (fails(&control->fail_write_in)) {
    errno = control->write_errno;
    return 1;
  }
  return 0;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) {
  char path[PATH_MAX];
  if (!below(fd, path)) return real_pwrite(fd, data, length, offset);
  if (is_refused()) return -1;
  uint64_t begun = now();
  ssize_t written = real_pwrite(fd, data, length, offset);
  if (written > 0) record('W', path, begun, offset, data, (size_t)written, 0);
  return written;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }

ssize_t write(int fd, const void *data, size_t length) {
  char path[PATH_MAX];
  if (!real_write) return -1;
  if (fd < 3 || !below(fd, path)) return real_write(fd, data, length);
  if (is_refused()) return -1;
  uint64_t begun = now();
  ssize_t written = real_write(fd, data, length);
  if (written > 0) record('W', path, begun, lseek(fd, 0, SEEK_CUR) - written, data, (size_t)written, 0);
  return written;
}

int ftruncate64(int fd, off_t length) {
  char path[PATH_MAX];
  if (!below(fd, path)) return real_ftruncate(fd, length);
  uint64_t begun = now();
  int result = real_ftruncate(fd, length);
  if (result == 0) record('T', path, begun, length, NULL, 0, 0);
  return result;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int flush(int fd, int (*real)(int)) {
  char path[PATH_MAX];
  if (!below(fd, path)) return real(fd);
  uint64_t begun = now();
  if (control) {
    __sync_add_and_fetch(&control->syncs, 1);
    if (control->sync_delay_us > 0) usleep((useconds_t)control->sync_delay_us);
    if (fails(&control->fail_sync_in)) {
      record('S', path, begun, 0, NULL, 0, 1);
      errno = control->sync_errno;
      return -1;
    }
  }
  int result = real(fd);
  record('S', path, begun, 0, NULL, 0, result != 0);
  return result;
}
int fsync(int fd) { return flush(fd, real_fsync); }
int fdatasync(int fd) { return flush(fd, real_fdatasync); }

int unlink(const char *path) {
  uint64_t begun = now();
  int result = real_unlink(path);
  if (result == 0 && is_below(path)) record('U', path + folder_length, begun, 0, NULL, 0, 0);
  return result;
}

int rename(const char *from, const char *to) {
  uint64_t begun = now();
  int result = real_rename(from, to);
  if (result == 0 && is_below(from) && is_below(to))
    record('R', from + folder_length, begun, 0, to + folder_length, strlen(to + folder_length), 0);
  return result;
}

static int opened(const char *path, int flags, mode_t mode) {
  if (!(flags & O_CREAT) || !is_below(path)) return real_open(path, flags, mode);
  if (control && control->is_full && access(path, F_OK) != 0) {
    errno = ENOSPC;
    return -1;
  }
  uint64_t begun = now();
  int is_new = access(path, F_OK) != 0;
  int fd = real_open(path, flags, mode);
  if (fd >= 0 && (is_new || (flags & O_TRUNC))) record(is_new ? 'C' : 'T', path + folder_length, begun, 0, NULL, 0, 0);
  return fd;
}
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return real_open ? opened(path, flags, mode) : -1;
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return real_open ? opened(path, flags, mode) : -1;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = real_clock_gettime(clock, time);
  if (result == 0 && clock == CLOCK_REALTIME && control && control->clock_offset_ns != 0) {
    int64_t moved = (int64_t)time->tv_sec * 1000000000 + time->tv_nsec + control->clock_offset_ns;
    time->tv_sec = moved / 1000000000;
    time->tv_nsec = moved % 1000000000;
  }
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  int result = real_gettimeofday(time, zone);
  if (result == 0 && control && control->clock_offset_ns != 0) {
    int64_t moved = (int64_t)time->tv_sec * 1000000 + time->tv_usec + control->clock_offset_ns / 1000;
    time->tv_sec = moved / 1000000;
    time->tv_usec = moved % 1000000;
  }
  return result;
}
