/*
 * Intercepts the calls of a process on the files of one folder (LD_PRELOAD). It can record every change to them in order,
 * and it can make one call fail, make all calls from one on fail, or kill the process at one.
 *
 *   MIDAD_FAULTS_FOLDER   the folder; other files are left alone
 *   MIDAD_FAULTS_LOG      the record; a write to this path with ".acks" is recorded as an entry of the program itself
 *   MIDAD_FAULTS_CONTROL  a file of 128 bytes, struct control below, which the test changes while the process runs
 *
 * The index of the log (-shm) is shared memory, not content: it is never recorded.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { OFF = 0, FAIL_ONCE = 1, FAIL_FROM = 2, KILL_AT = 3 };

struct control {
  int32_t mode;
  int32_t error;
  int64_t target;
  int64_t count;
  char hit[96];
};

struct record {
  char kind;
  char reserved[3];
  uint32_t path_length;
  uint32_t data_length;
  uint32_t reserved2;
  uint64_t inode;
  uint64_t offset;
};

#define MAX_FD 4096
static char *paths[MAX_FD];
static char is_ack[MAX_FD];
static ino_t inodes[MAX_FD];
static const char *folder;
static size_t folder_length;
static int log_fd = -1;
static char ack_path[4096];
static struct control *control;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  folder = getenv("MIDAD_FAULTS_FOLDER");
  folder_length = folder == NULL ? 0 : strlen(folder);
  const char *log = getenv("MIDAD_FAULTS_LOG");
  if (log != NULL) {
    log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    snprintf(ack_path, sizeof ack_path, "%s.acks", log);
  }
  const char *path = getenv("MIDAD_FAULTS_CONTROL");
  if (path == NULL) return;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
  if (fd < 0) return;
  void *shared = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (shared != MAP_FAILED) control = shared;
}

static int is_ours(const char *path) {
  return folder != NULL && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == '\0');
}

static int is_index(const char *path) {
  size_t length = strlen(path);
  return length > 4 && strcmp(path + length - 4, "-shm") == 0;
}

/* A bare system call may have closed this file unseen: the number may belong to another file by now. */
static const char *path_of(int fd) {
  struct stat found;
  if (fd < 0 || fd >= MAX_FD || paths[fd] == NULL) return NULL;
  return fstat(fd, &found) == 0 && found.st_ino == inodes[fd] ? paths[fd] : NULL;
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t done = syscall(SYS_write, log_fd, at, length);
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

static void note(char kind, const char *path, uint64_t inode, uint64_t offset, const void *data, size_t length) {
  if (log_fd < 0 || is_index(path)) return;
  struct record record = {.kind = kind, .path_length = (uint32_t)strlen(path), .data_length = (uint32_t)length,
                          .inode = inode, .offset = offset};
  put(&record, sizeof record);
  put(path, record.path_length);
  put(data, length);
}

static uint64_t inode_of(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 ? (uint64_t)found.st_ino : 0;
}

/* Counts a call. Returns 1, with errno set, when the call must fail. */
static int refused(const char *what, const char *path) {
  if (control == NULL || control->mode == OFF) return 0;
  int64_t number = __sync_add_and_fetch(&control->count, 1);
  int mode = control->mode;
  if (number < control->target || (mode != FAIL_FROM && number != control->target)) return 0;
  const char *name = strrchr(path, '/');
  if (number == control->target) snprintf(control->hit, sizeof control->hit, "%s %s", what, name == NULL ? path : name + 1);
  if (mode == KILL_AT) kill(getpid(), SIGKILL);
  errno = control->error;
  return 1;
}

static int open_any(const char *what, int at, const char *path, int flags, mode_t mode) {
  int ack = ack_path[0] != '\0' && strcmp(path, ack_path) == 0;
  int ours = is_ours(path);
  if (!ours && !ack) return (int)syscall(SYS_openat, at, path, flags, mode);
  pthread_mutex_lock(&lock);
  int changes = (flags & (O_CREAT | O_TRUNC)) != 0;
  if (ours && changes && refused(what, path)) {
    pthread_mutex_unlock(&lock);
    return -1;
  }
  struct stat before;
  int existed = stat(path, &before) == 0;
  int fd = (int)syscall(SYS_openat, at, path, flags, mode);
  if (fd >= 0 && fd < MAX_FD) {
    free(paths[fd]);
    paths[fd] = strdup(path);
    inodes[fd] = (ino_t)inode_of(fd);
    is_ack[fd] = (char)ack;
    if (ours && !existed) note('C', path, inode_of(fd), 0, "", 0);
    if (ours && existed && (flags & O_TRUNC) && before.st_size > 0) note('T', path, inode_of(fd), 0, "", 0);
  }
  pthread_mutex_unlock(&lock);
  return fd;
}

#define OPEN(name, declaration, at, path)                                                                              \
  int name declaration {                                                                                               \
    mode_t mode = 0;                                                                                                   \
    if (flags & (O_CREAT | __O_TMPFILE)) {                                                                             \
      va_list rest;                                                                                                    \
      va_start(rest, flags);                                                                                           \
      mode = (mode_t)va_arg(rest, unsigned int);                                                                       \
      va_end(rest);                                                                                                    \
    }                                                                                                                  \
    return open_any("open", at, path, flags, mode);                                                                    \
  }
OPEN(open, (const char *path, int flags, ...), AT_FDCWD, path)
OPEN(open64, (const char *path, int flags, ...), AT_FDCWD, path)
OPEN(openat, (int folder_fd, const char *path, int flags, ...), folder_fd, path)
OPEN(openat64, (int folder_fd, const char *path, int flags, ...), folder_fd, path)

int close(int fd) {
  pthread_mutex_lock(&lock);
  if (fd >= 0 && fd < MAX_FD) {
    free(paths[fd]);
    paths[fd] = NULL;
    is_ack[fd] = 0;
  }
  int result = (int)syscall(SYS_close, fd);
  pthread_mutex_unlock(&lock);
  return result;
}

static ssize_t write_at(const char *what, int fd, const void *bytes, size_t length, off64_t offset, int has_offset) {
  const char *path = path_of(fd);
  if (path == NULL) {
    return has_offset ? syscall(SYS_pwrite64, fd, bytes, length, offset) : syscall(SYS_write, fd, bytes, length);
  }
  pthread_mutex_lock(&lock);
  if (is_ack[fd]) {
    note('A', path, 0, 0, bytes, length);
    pthread_mutex_unlock(&lock);
    return (ssize_t)length;
  }
  ssize_t done = -1;
  if (!refused(what, path)) {
    off64_t at = offset;
    if (!has_offset) {
      at = lseek64(fd, 0, SEEK_CUR);
      struct stat found;
      if ((fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &found) == 0) at = found.st_size;
    }
    done = has_offset ? syscall(SYS_pwrite64, fd, bytes, length, offset) : syscall(SYS_write, fd, bytes, length);
    if (done > 0) note('W', path, inode_of(fd), (uint64_t)at, bytes, (size_t)done);
  }
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t write(int fd, const void *bytes, size_t length) { return write_at("write", fd, bytes, length, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return write_at("pwrite", fd, bytes, length, at, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  return write_at("pwrite", fd, bytes, length, at, 1);
}

static int truncate_any(int fd, off64_t size) {
  const char *path = path_of(fd);
  if (path == NULL) return (int)syscall(SYS_ftruncate, fd, size);
  pthread_mutex_lock(&lock);
  int result = refused("ftruncate", path) ? -1 : (int)syscall(SYS_ftruncate, fd, size);
  if (result == 0) note('T', path, inode_of(fd), (uint64_t)size, "", 0);
  pthread_mutex_unlock(&lock);
  return result;
}
int ftruncate(int fd, off_t size) { return truncate_any(fd, size); }
int ftruncate64(int fd, off64_t size) { return truncate_any(fd, size); }

static int sync_any(const char *what, long number, int fd) {
  const char *path = path_of(fd);
  if (path == NULL) return (int)syscall(number, fd);
  pthread_mutex_lock(&lock);
  int result = refused(what, path) ? -1 : (int)syscall(number, fd);
  if (result == 0) note('S', path, inode_of(fd), 0, "", 0);
  pthread_mutex_unlock(&lock);
  return result;
}
int fsync(int fd) { return sync_any("fsync", SYS_fsync, fd); }
int fdatasync(int fd) { return sync_any("fdatasync", SYS_fdatasync, fd); }

#define NAME_CHANGE(kind, what, path, other, call)                                                                     \
  if (!is_ours(path)) return call;                                                                                     \
  pthread_mutex_lock(&lock);                                                                                           \
  int result = refused(what, path) ? -1 : call;                                                                        \
  if (result == 0) note(kind, path, 0, 0, other, strlen(other));                                                       \
  pthread_mutex_unlock(&lock);                                                                                         \
  return result;

int remove(const char *path) { NAME_CHANGE('U', "unlink", path, "", REAL(remove)(path)) }
int unlink(const char *path) { NAME_CHANGE('U', "unlink", path, "", REAL(unlink)(path)) }
int rmdir(const char *path) { NAME_CHANGE('U', "rmdir", path, "", REAL(rmdir)(path)) }
int unlinkat(int at, const char *path, int flags) { NAME_CHANGE('U', "unlink", path, "", REAL(unlinkat)(at, path, flags)) }
int mkdir(const char *path, mode_t mode) { NAME_CHANGE('M', "mkdir", path, "", REAL(mkdir)(path, mode)) }
int rename(const char *path, const char *other) { NAME_CHANGE('R', "rename", path, other, REAL(rename)(path, other)) }
