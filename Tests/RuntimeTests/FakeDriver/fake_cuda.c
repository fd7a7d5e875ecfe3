/* A driver without a GPU, for tests: memory of the device is memory of the host, launches are
 * recorded, and a few kernels are carried out by their names. Any call can be made to fail. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int Result;
typedef uint64_t Address;
enum {
  success = 0, invalid_value = 1, out_of_memory = 2, not_initialized = 3, no_device = 100,
  invalid_device = 101, invalid_image = 200, invalid_context = 201, invalid_ptx = 218,
  invalid_handle = 400, not_found = 500, not_ready = 600, illegal_address = 700
};

enum kind { context, memory, pinned, module, stream, event, link_state, graph, executable, kinds };
static const char *kind_names[kinds] = {
  "context", "memory", "pinned", "module", "stream", "event", "link", "graph", "executable"
};

typedef struct object { struct object *next; enum kind kind; int device; size_t size; void *data; } object;
typedef struct { char name[64]; int count; int sizes[64]; object *module; int shared; } function;

#define EXPORT __attribute__((visibility("default")))
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static object *objects;
static long live[kinds], made[kinds];
static int device_count = 1, version = 12080, capability = 90, is_initialized, sticky, retained[16];
static object *contexts[16];
static long memory_limit = 1L << 34, memory_used;
static __thread object *stack[16];
static __thread int depth;
static struct { char name[64]; int code, skip; } injected;
static struct { char name[64]; long count; } calls[128];
static char last_launch[8192];
static const char *last_image = "";
static long launches;

/* Counts the call, and answers whether it is to fail. */
static int enter(const char *name) {
  int i = 0;
  while (calls[i].name[0] && strcmp(calls[i].name, name)) i++;
  if (!calls[i].name[0]) strcpy(calls[i].name, name);
  calls[i].count++;
  if (!injected.code || strcmp(injected.name, name)) return success;
  return injected.skip-- > 0 ? success : injected.code;
}

#define ENTER(name) pthread_mutex_lock(&lock); int result = enter(name); if (result) goto done
#define LEAVE done: pthread_mutex_unlock(&lock); return result
#define FAIL(code) do { result = (code); goto done; } while (0)
#define CONTEXT \
  if (!is_initialized) FAIL(not_initialized); \
  if (!depth) FAIL(invalid_context); \
  if (sticky) FAIL(sticky); \
  int device = stack[depth - 1]->device; (void)device

static object *make(enum kind kind, int device, size_t size) {
  object *o = calloc(1, sizeof *o);
  o->kind = kind; o->device = device; o->size = size;
  if (size) o->data = aligned_alloc(256, (size + 255) / 256 * 256);
  o->next = objects; objects = o;
  live[kind]++; made[kind]++;
  return o;
}

static object *find(void *pointer, enum kind kind) {
  for (object *o = objects; o; o = o->next) if (o == pointer && o->kind == kind) return o;
  return NULL;
}

/* The memory that `size` bytes at `address` lie in. */
static object *containing(Address address, size_t size) {
  for (object *o = objects; o; o = o->next) {
    Address start = (Address)o->data;
    if (o->kind == memory && address >= start && address + size <= start + o->size) return o;
  }
  return NULL;
}

static void destroy(object *object_) {
  for (object **o = &objects; *o; o = &(*o)->next) {
    if (*o != object_) continue;
    *o = object_->next;
    live[object_->kind]--;
    if (object_->kind == memory) memory_used -= object_->size;
    free(object_->data); free(object_);
    return;
  }
}

/* ---- For the tests ---- */

EXPORT void fake_inject(const char *name, int code, int skip) {
  pthread_mutex_lock(&lock);
  snprintf(injected.name, sizeof injected.name, "%s", name);
  injected.code = code; injected.skip = skip;
  pthread_mutex_unlock(&lock);
}
EXPORT void fake_configure(int devices, int driver_version, long memory_bytes, int compute_capability) {
  device_count = devices; version = driver_version; memory_limit = memory_bytes;
  capability = compute_capability;
}
static long count_of(const long *counts, const char *name) {
  for (int i = 0; i < kinds; i++) if (!strcmp(kind_names[i], name)) return counts[i];
  return -1;
}
EXPORT long fake_live(const char *kind) { return count_of(live, kind); }
EXPORT long fake_made(const char *kind) { return count_of(made, kind); }
EXPORT long fake_calls(const char *name) {
  for (int i = 0; calls[i].name[0]; i++) if (!strcmp(calls[i].name, name)) return calls[i].count;
  return 0;
}
EXPORT long fake_all_calls(void) {
  long sum = 0;
  for (int i = 0; calls[i].name[0]; i++) sum += calls[i].count;
  return sum;
}
EXPORT const char *fake_called(int index) { return calls[index].name; }
EXPORT const char *fake_last_launch(void) { return last_launch; }
EXPORT const char *fake_last_image(void) { return last_image; }
EXPORT long fake_launches(void) { return launches; }
EXPORT int fake_depth(void) { return depth; }

/* ---- The driver and devices ---- */

EXPORT Result cuInit(unsigned flags) {
  ENTER("cuInit");
  if (flags) FAIL(invalid_value);
  if (!device_count) FAIL(no_device);
  is_initialized = 1;
  LEAVE;
}
EXPORT Result cuDriverGetVersion(int *out) { ENTER("cuDriverGetVersion"); *out = version; LEAVE; }

#define CODES(X) X(1, INVALID_VALUE, "invalid argument") X(2, OUT_OF_MEMORY, "out of memory") \
  X(3, NOT_INITIALIZED, "initialization error") \
  X(100, NO_DEVICE, "no CUDA-capable device is detected") X(101, INVALID_DEVICE, "invalid device ordinal") \
  X(200, INVALID_IMAGE, "device kernel image is invalid") X(201, INVALID_CONTEXT, "invalid device context") \
  X(218, INVALID_PTX, "a PTX JIT compilation failed") \
  X(222, UNSUPPORTED_PTX_VERSION, "the provided PTX was compiled with an unsupported toolchain.") \
  X(400, INVALID_HANDLE, "invalid resource handle") X(500, NOT_FOUND, "named symbol not found") \
  X(600, NOT_READY, "device not ready") X(700, ILLEGAL_ADDRESS, "an illegal memory access was encountered") \
  X(701, LAUNCH_OUT_OF_RESOURCES, "too many resources requested for launch") \
  X(719, LAUNCH_FAILED, "unspecified launch failure") X(999, UNKNOWN, "unknown error")

EXPORT Result cuGetErrorName(int code, const char **out) {
#define NAME(number, name, text) if (code == number) { *out = "CUDA_ERROR_" #name; return success; }
  CODES(NAME)
  *out = NULL;
  return invalid_value;
}
EXPORT Result cuGetErrorString(int code, const char **out) {
#define TEXT(number, name, text) if (code == number) { *out = text; return success; }
  CODES(TEXT)
  *out = NULL;
  return invalid_value;
}
EXPORT Result cuDeviceGetCount(int *out) { ENTER("cuDeviceGetCount"); *out = device_count; LEAVE; }
EXPORT Result cuDeviceGet(int *out, int ordinal) {
  ENTER("cuDeviceGet");
  if (ordinal < 0 || ordinal >= device_count) FAIL(invalid_device);
  *out = ordinal;
  LEAVE;
}
EXPORT Result cuDeviceGetName(char *out, int size, int device) {
  ENTER("cuDeviceGetName");
  snprintf(out, size, "Pretended H200 %d", device);
  LEAVE;
}
EXPORT Result cuDeviceTotalMem_v2(size_t *out, int device) {
  ENTER("cuDeviceTotalMem"); (void)device; *out = memory_limit; LEAVE;
}
EXPORT Result cuDeviceGetAttribute(int *out, int attribute, int device) {
  ENTER("cuDeviceGetAttribute"); (void)device;
  switch (attribute) {
  case 1: *out = 1024; break;
  case 5: *out = 2147483647; break;
  case 6: case 7: *out = 65535; break;
  case 8: *out = 49152; break;
  case 10: *out = 32; break;
  case 12: *out = 65536; break;
  case 13: *out = 1980000; break;
  case 16: *out = 132; break;
  case 36: *out = 3201000; break;
  case 37: *out = 6144; break;
  case 38: *out = 62914560; break;
  case 39: *out = 2048; break;
  case 75: *out = capability / 10; break;
  case 76: *out = capability % 10; break;
  case 81: *out = 233472; break;
  case 97: *out = 232448; break;
  case 115: case 120: case 127: *out = 1; break;
  default: FAIL(invalid_value);
  }
  LEAVE;
}
EXPORT Result cuDevicePrimaryCtxRetain(void **out, int device) {
  ENTER("cuDevicePrimaryCtxRetain");
  if (!is_initialized) FAIL(not_initialized);
  if (device < 0 || device >= device_count) FAIL(invalid_device);
  if (!retained[device]++) contexts[device] = make(context, device, 0);
  *out = contexts[device];
  LEAVE;
}
EXPORT Result cuDevicePrimaryCtxRelease_v2(int device) {
  ENTER("cuDevicePrimaryCtxRelease");
  if (!retained[device]) FAIL(invalid_context);
  if (!--retained[device]) destroy(contexts[device]);
  LEAVE;
}
EXPORT Result cuCtxGetCurrent(void **out) {
  ENTER("cuCtxGetCurrent");
  if (!is_initialized) FAIL(not_initialized);
  *out = depth ? stack[depth - 1] : NULL;
  LEAVE;
}
EXPORT Result cuCtxPushCurrent_v2(void *handle) {
  ENTER("cuCtxPushCurrent");
  if (!find(handle, context)) FAIL(invalid_context);
  stack[depth++] = handle;
  LEAVE;
}
EXPORT Result cuCtxPopCurrent_v2(void **out) {
  /* Pops even when it fails, so that a test leaves its thread as it was. */
  pthread_mutex_lock(&lock);
  int result = enter("cuCtxPopCurrent");
  if (!depth) FAIL(invalid_context);
  *out = stack[--depth];
  LEAVE;
}
EXPORT Result cuCtxSynchronize(void) { ENTER("cuCtxSynchronize"); CONTEXT; LEAVE; }

/* ---- Memory ---- */

EXPORT Result cuMemGetInfo_v2(size_t *free_, size_t *total) {
  ENTER("cuMemGetInfo"); CONTEXT;
  *free_ = memory_limit - memory_used; *total = memory_limit;
  LEAVE;
}
static Result allocate(Address *out, size_t size, int device) {
  if (!size) return invalid_value;
  if ((long)size > memory_limit - memory_used) return out_of_memory;
  object *o = make(memory, device, size);
  memory_used += size;
  *out = (Address)o->data;
  return success;
}
static Result release(Address address) {
  for (object *o = objects; o; o = o->next) {
    if (o->kind == memory && (Address)o->data == address) { destroy(o); return success; }
  }
  return invalid_value;
}
EXPORT Result cuMemAlloc_v2(Address *out, size_t size) {
  ENTER("cuMemAlloc"); CONTEXT; result = allocate(out, size, device); LEAVE;
}
EXPORT Result cuMemFree_v2(Address address) {
  ENTER("cuMemFree"); CONTEXT; result = release(address); LEAVE;
}
EXPORT Result cuMemAllocAsync(Address *out, size_t size, void *handle) {
  ENTER("cuMemAllocAsync"); CONTEXT;
  if (handle && !find(handle, stream)) FAIL(invalid_handle);
  result = allocate(out, size, device);
  LEAVE;
}
EXPORT Result cuMemFreeAsync(Address address, void *handle) {
  ENTER("cuMemFreeAsync"); CONTEXT; (void)handle; result = release(address); LEAVE;
}
EXPORT Result cuMemHostAlloc(void **out, size_t size, unsigned flags) {
  ENTER("cuMemHostAlloc"); CONTEXT; (void)flags;
  *out = make(pinned, device, size)->data;
  LEAVE;
}
EXPORT Result cuMemFreeHost(void *address) {
  ENTER("cuMemFreeHost"); CONTEXT;
  for (object *o = objects; o; o = o->next) {
    if (o->kind == pinned && o->data == address) { destroy(o); goto done; }
  }
  result = invalid_value;
  LEAVE;
}
static Result copy(void *to, const void *from, size_t size, int checks_to, int checks_from) {
  if (checks_to && !containing((Address)to, size)) return invalid_value;
  if (checks_from && !containing((Address)from, size)) return invalid_value;
  memmove(to, from, size);
  return success;
}
EXPORT Result cuMemcpyHtoD_v2(Address to, const void *from, size_t size) {
  ENTER("cuMemcpyHtoD"); CONTEXT; result = copy((void *)to, from, size, 1, 0); LEAVE;
}
EXPORT Result cuMemcpyDtoH_v2(void *to, Address from, size_t size) {
  ENTER("cuMemcpyDtoH"); CONTEXT; result = copy(to, (void *)from, size, 0, 1); LEAVE;
}
EXPORT Result cuMemcpyDtoD_v2(Address to, Address from, size_t size) {
  ENTER("cuMemcpyDtoD"); CONTEXT; result = copy((void *)to, (void *)from, size, 1, 1); LEAVE;
}
#define STREAM if (handle && !find(handle, stream)) FAIL(invalid_handle)
EXPORT Result cuMemcpyHtoDAsync_v2(Address to, const void *from, size_t size, void *handle) {
  ENTER("cuMemcpyHtoDAsync"); CONTEXT; STREAM; result = copy((void *)to, from, size, 1, 0); LEAVE;
}
EXPORT Result cuMemcpyDtoHAsync_v2(void *to, Address from, size_t size, void *handle) {
  ENTER("cuMemcpyDtoHAsync"); CONTEXT; STREAM; result = copy(to, (void *)from, size, 0, 1); LEAVE;
}
EXPORT Result cuMemcpyDtoDAsync_v2(Address to, Address from, size_t size, void *handle) {
  ENTER("cuMemcpyDtoDAsync"); CONTEXT; STREAM;
  result = copy((void *)to, (void *)from, size, 1, 1);
  LEAVE;
}
EXPORT Result cuMemsetD8_v2(Address to, unsigned char byte, size_t size) {
  ENTER("cuMemsetD8"); CONTEXT;
  if (!containing(to, size)) FAIL(invalid_value);
  memset((void *)to, byte, size);
  LEAVE;
}
EXPORT Result cuMemsetD8Async(Address to, unsigned char byte, size_t size, void *handle) {
  ENTER("cuMemsetD8Async"); CONTEXT; STREAM;
  if (!containing(to, size)) FAIL(invalid_value);
  memset((void *)to, byte, size);
  LEAVE;
}
EXPORT Result cuPointerGetAttribute(void *out, int attribute, Address address) {
  ENTER("cuPointerGetAttribute"); CONTEXT;
  object *o = containing(address, 1);
  int type = 2;
  for (object *p = objects; p && !o; p = p->next) {
    Address start = (Address)p->data;
    if (p->kind == pinned && address >= start && address < start + p->size) { o = p; type = 1; }
  }
  if (!o) FAIL(invalid_value);
  if (attribute == 2) *(unsigned *)out = type;
  else if (attribute == 8) *(unsigned *)out = 0;
  else if (attribute == 9) *(int *)out = o->device;
  else result = invalid_value;
  LEAVE;
}

/* ---- Code ---- */

static void write_log(unsigned count, unsigned *names, void **values, unsigned name, const char *text) {
  for (unsigned i = 0; i < count; i++) if (names[i] == name) snprintf(values[i], 4096, "%s\n", text);
}
/* PTX is text; the fake's own machine code begins like an ELF file and holds the text. */
static const char signature[] = "\177ELF";
static int is_elf(const char *image) { return !strncmp(image, signature, 4); }
static int is_real_elf(const char *image) { return is_elf(image) && image[4] == 2; }
/* How many bytes a real ELF file of 64 bits has: its tables of headers are its end. */
static size_t size_of_elf(const char *image) {
  uint64_t program, section;
  uint16_t counts[4];
  memcpy(&program, image + 0x20, 8);
  memcpy(&section, image + 0x28, 8);
  memcpy(counts, image + 0x36, sizeof counts);
  size_t first = program + counts[0] * counts[1], second = section + counts[2] * counts[3];
  return first > second ? first : second;
}
static Result accept(const char *image, unsigned count, unsigned *names, void **values) {
  if (strstr(image, "syntax error")) {
    write_log(count, names, values, 5, "ptxas application ptx input, line 7; error   : syntax error");
    return invalid_ptx;
  }
  if (!strstr(image, ".version") && !is_elf(image)) return invalid_image;
  write_log(count, names, values, 3, "info    : 0 bytes gmem\ninfo    : Used 16 registers, 0 bytes spill");
  return success;
}
EXPORT Result cuModuleLoadDataEx(void **out, const char *image, unsigned count, unsigned *names, void **values) {
  ENTER("cuModuleLoadDataEx"); CONTEXT;
  result = accept(image, count, names, values);
  if (result) goto done;
  last_image = is_real_elf(image) ? "machine code" : is_elf(image) ? "the driver's machine code" : "PTX";
  size_t size = is_real_elf(image) ? size_of_elf(image) : strlen(image) + 1;
  object *o = make(module, device, size);
  memcpy(o->data, image, size);
  *out = o;
  LEAVE;
}
EXPORT Result cuModuleLoadData(void **out, const char *image) {
  return cuModuleLoadDataEx(out, image, 0, NULL, NULL);
}
static function functions[4096];
static int function_count;
EXPORT Result cuModuleUnload(void *handle) {
  ENTER("cuModuleUnload"); CONTEXT;
  if (!find(handle, module)) FAIL(invalid_handle);
  for (int i = 0; i < function_count; i++) if (functions[i].module == handle) functions[i].module = NULL;
  destroy(handle);
  LEAVE;
}
static int size_of(const char *type) {
  if (strstr(type, "8") && type[2] == '8') return 1;
  if (!strncmp(type + 2, "16", 2)) return 2;
  return !strncmp(type + 2, "64", 2) ? 8 : 4;
}
EXPORT Result cuModuleGetFunction(void **out, void *handle, const char *name) {
  ENTER("cuModuleGetFunction"); CONTEXT;
  object *o = find(handle, module);
  if (!o) FAIL(invalid_handle);
  char pattern[128];
  /* Nothing is known of the parameters of real machine code. */
  int is_real = is_real_elf(o->data);
  snprintf(pattern, sizeof pattern, is_real ? ".text.%s" : ".entry %s(", name);
  char *text = is_real ? memmem(o->data, o->size, pattern, strlen(pattern) + 1) : strstr(o->data, pattern);
  if (!text) FAIL(not_found);
  int index = 0;
  while (index < function_count && functions[index].module) index++;
  if (index == 4096) FAIL(out_of_memory);
  if (index == function_count) function_count++;
  function *f = &functions[index];
  memset(f, 0, sizeof *f);
  snprintf(f->name, sizeof f->name, "%s", name);
  f->module = o;
  f->shared = 49152;
  char *end = is_real ? NULL : strchr(text + strlen(pattern), ')');
  for (char *p = is_real ? NULL : strstr(text, ".param ."); p && p < end; p = strstr(p + 1, ".param .")) {
    f->sizes[f->count++] = size_of(p + 7);
  }
  *out = f;
  LEAVE;
}
static int is_function(function *f) { return f >= functions && f < functions + function_count && f->module; }
EXPORT Result cuModuleGetGlobal_v2(Address *address, size_t *size, void *handle, const char *name) {
  ENTER("cuModuleGetGlobal"); CONTEXT;
  if (!find(handle, module)) FAIL(invalid_handle);
  (void)address; (void)size; (void)name;
  result = not_found;
  LEAVE;
}
EXPORT Result cuFuncGetAttribute(int *out, int attribute, function *f) {
  ENTER("cuFuncGetAttribute"); CONTEXT;
  if (!is_function(f)) FAIL(invalid_handle);
  switch (attribute) {
  case 0: *out = strstr(f->name, "narrow") ? 256 : 1024; break;
  case 4: *out = 16; break;
  case 8: *out = f->shared; break;
  case 1: case 3: case 14: *out = 0; break;
  case 5: *out = 80; break;
  case 6: *out = 90; break;
  default: FAIL(invalid_value);
  }
  LEAVE;
}
EXPORT Result cuFuncSetAttribute(function *f, int attribute, int value) {
  ENTER("cuFuncSetAttribute"); CONTEXT;
  if (!is_function(f)) FAIL(invalid_handle);
  if (attribute == 8) { if (value > 232448) FAIL(invalid_value); f->shared = value; }
  LEAVE;
}
EXPORT Result cuOccupancyMaxActiveBlocksPerMultiprocessor(int *out, function *f, int threads, size_t shared) {
  ENTER("cuOccupancyMaxActiveBlocksPerMultiprocessor"); CONTEXT;
  if (!is_function(f) || threads <= 0) FAIL(invalid_value);
  int byThreads = 2048 / threads, byShared = shared ? 232448 / (int)shared : byThreads;
  *out = byThreads < byShared ? byThreads : byShared;
  LEAVE;
}
struct link { unsigned count; unsigned *names; void **values; char *cubin; };
EXPORT Result cuLinkCreate_v2(unsigned count, unsigned *names, void **values, void **out) {
  ENTER("cuLinkCreate"); CONTEXT;
  object *o = make(link_state, device, sizeof(struct link));
  *(struct link *)o->data = (struct link){count, names, values, NULL};
  *out = o;
  LEAVE;
}
EXPORT Result cuLinkAddData_v2(
  object *handle, unsigned type, void *data, size_t size, const char *name, unsigned count, unsigned *names,
  void **values) {
  ENTER("cuLinkAddData"); CONTEXT; (void)type; (void)name; (void)count; (void)names; (void)values;
  struct link *l = handle->data;
  result = accept(data, l->count, l->names, l->values);
  if (result) goto done;
  l->cubin = malloc(size + sizeof signature);
  sprintf(l->cubin, "%s%s", signature, (char *)data);
  LEAVE;
}
EXPORT Result cuLinkComplete(object *handle, void **out, size_t *size) {
  ENTER("cuLinkComplete"); CONTEXT;
  *out = ((struct link *)handle->data)->cubin;
  *size = strlen(*out);
  LEAVE;
}
EXPORT Result cuLinkDestroy(object *handle) {
  ENTER("cuLinkDestroy"); CONTEXT;
  free(((struct link *)handle->data)->cubin);
  destroy(handle);
  LEAVE;
}

/* ---- Streams, events, launches ---- */

EXPORT Result cuStreamCreate(void **out, unsigned flags) {
  ENTER("cuStreamCreate"); CONTEXT; (void)flags; *out = make(stream, device, 0); LEAVE;
}
EXPORT Result cuStreamDestroy_v2(void *handle) {
  ENTER("cuStreamDestroy"); CONTEXT;
  if (!find(handle, stream)) FAIL(invalid_handle);
  destroy(handle);
  LEAVE;
}
EXPORT Result cuStreamSynchronize(void *handle) { ENTER("cuStreamSynchronize"); CONTEXT; STREAM; LEAVE; }
EXPORT Result cuStreamQuery(void *handle) { ENTER("cuStreamQuery"); CONTEXT; STREAM; LEAVE; }
EXPORT Result cuStreamWaitEvent(void *handle, void *event_, unsigned flags) {
  ENTER("cuStreamWaitEvent"); CONTEXT; STREAM; (void)flags;
  if (!find(event_, event)) FAIL(invalid_handle);
  LEAVE;
}
EXPORT Result cuEventCreate(void **out, unsigned flags) {
  ENTER("cuEventCreate"); CONTEXT; (void)flags; *out = make(event, device, 8); LEAVE;
}
#define EVENT if (!find(event_, event)) FAIL(invalid_handle)
EXPORT Result cuEventDestroy_v2(void *event_) {
  ENTER("cuEventDestroy"); CONTEXT; EVENT; destroy(event_); LEAVE;
}
EXPORT Result cuEventRecord(object *event_, void *handle) {
  ENTER("cuEventRecord"); CONTEXT; STREAM; EVENT; *(long *)event_->data = launches; LEAVE;
}
EXPORT Result cuEventQuery(void *event_) { ENTER("cuEventQuery"); CONTEXT; EVENT; LEAVE; }
EXPORT Result cuEventSynchronize(void *event_) { ENTER("cuEventSynchronize"); CONTEXT; EVENT; LEAVE; }
/* A launch takes a millisecond and a half. */
EXPORT Result cuEventElapsedTime(float *out, object *start, object *event_) {
  ENTER("cuEventElapsedTime"); CONTEXT; EVENT;
  *out = 1.5f * (*(long *)event_->data - *(long *)start->data);
  LEAVE;
}

static void carry_out(function *f, void **values) {
  if ((!strncmp(f->name, "add", 3) || !strcmp(f->name, "vectorAdd")) && f->count >= 4) {
    float *x = *(float **)values[0], *y = *(float **)values[1], *out = *(float **)values[2];
    for (int i = 0, n = *(int *)values[3]; i < n; i++) out[i] = x[i] + y[i];
  } else if (!strncmp(f->name, "increment", 9) && f->count >= 2) {
    float *x = *(float **)values[0];
    for (int i = 0, n = *(int *)values[1]; i < n; i++) x[i] += 1;
  } else if (!strcmp(f->name, "illegal")) {
    sticky = illegal_address;
  }
}
static Result launch(
  function *f, const unsigned *n, unsigned shared, void **values, const char *attributes) {
  if (!is_function(f)) return invalid_handle;
  if (!n[0] || !n[1] || !n[2] || n[0] > 2147483647u || n[1] > 65535 || n[2] > 65535) return invalid_value;
  if ((uint64_t)n[3] * n[4] * n[5] > 1024 || shared > (unsigned)f->shared) return invalid_value;
  int at = snprintf(last_launch, sizeof last_launch, "%s grid %u %u %u block %u %u %u shared %u%s:",
                    f->name, n[0], n[1], n[2], n[3], n[4], n[5], shared, attributes);
  for (int i = 0; i < f->count; i++) {
    uint64_t value = 0;
    memcpy(&value, values[i], f->sizes[i]);
    at += snprintf(last_launch + at, sizeof last_launch - at, " %llx/%d", (unsigned long long)value, f->sizes[i]);
  }
  launches++;
  carry_out(f, values);
  return success;
}
EXPORT Result cuLaunchKernel(
  function *f, unsigned gx, unsigned gy, unsigned gz, unsigned bx, unsigned by, unsigned bz, unsigned shared,
  void *handle, void **values, void **extra) {
  ENTER("cuLaunchKernel"); CONTEXT; STREAM; (void)extra;
  unsigned numbers[] = {gx, gy, gz, bx, by, bz};
  result = launch(f, numbers, shared, values, "");
  LEAVE;
}
struct attribute { unsigned id; char pad[4]; unsigned value[16]; };
struct configuration { unsigned numbers[6], shared; void *stream; struct attribute *attributes; unsigned count; };
EXPORT Result cuLaunchKernelEx(struct configuration *c, function *f, void **values, void **extra) {
  void *handle = c->stream;
  ENTER("cuLaunchKernelEx"); CONTEXT; STREAM; (void)extra;
  char text[256] = "";
  for (unsigned i = 0; i < c->count; i++) {
    struct attribute *a = &c->attributes[i];
    sprintf(text + strlen(text), " attribute %u %u %u %u", a->id, a->value[0], a->value[1], a->value[2]);
  }
  result = launch(f, c->numbers, c->shared, values, text);
  LEAVE;
}
struct kernel_node { function *f; unsigned numbers[6], shared; void **values; void **extra, *kernel, *context; };
/* A node, and the values of its parameters. */
struct node { struct kernel_node n; char values[64][128]; };
static Result set(struct node *to, const struct kernel_node *from) {
  if (!is_function(from->f)) return invalid_handle;
  to->n = *from;
  for (int i = 0; i < from->f->count; i++) memcpy(to->values[i], from->values[i], from->f->sizes[i]);
  return success;
}
EXPORT Result cuGraphCreate(object **out, unsigned flags) {
  ENTER("cuGraphCreate"); CONTEXT;
  if (flags) FAIL(invalid_value);
  *out = make(graph, device, sizeof(struct node));
  LEAVE;
}
EXPORT Result cuGraphDestroy(object *handle) {
  ENTER("cuGraphDestroy"); CONTEXT;
  if (!find(handle, graph)) FAIL(invalid_handle);
  destroy(handle);
  LEAVE;
}
EXPORT Result cuGraphAddKernelNode_v2(
  void **out, object *handle, void **before, size_t count, const struct kernel_node *node) {
  ENTER("cuGraphAddKernelNode"); CONTEXT; (void)before;
  if (!find(handle, graph) || count) FAIL(invalid_handle);
  result = set(handle->data, node);
  *out = handle->data;
  LEAVE;
}
EXPORT Result cuGraphInstantiateWithFlags(object **out, object *handle, uint64_t flags) {
  ENTER("cuGraphInstantiate"); CONTEXT;
  if (!find(handle, graph) || flags) FAIL(invalid_handle);
  *out = make(executable, device, sizeof(struct node));
  memcpy((*out)->data, handle->data, sizeof(struct node));
  LEAVE;
}
EXPORT Result cuGraphExecKernelNodeSetParams_v2(object *handle, void *of, const struct kernel_node *node) {
  ENTER("cuGraphExecKernelNodeSetParams"); CONTEXT;
  if (!find(handle, executable) || !of) FAIL(invalid_handle);
  result = set(handle->data, node);
  LEAVE;
}
EXPORT Result cuGraphLaunch(object *executable_, void *handle) {
  ENTER("cuGraphLaunch"); CONTEXT; STREAM;
  if (!find(executable_, executable)) FAIL(invalid_handle);
  struct node *node = executable_->data;
  void *values[64];
  for (int i = 0; i < 64; i++) values[i] = node->values[i];
  result = launch(node->n.f, node->n.numbers, node->n.shared, values, "");
  LEAVE;
}
EXPORT Result cuGraphExecDestroy(object *handle) {
  ENTER("cuGraphExecDestroy"); CONTEXT;
  if (!find(handle, executable)) FAIL(invalid_handle);
  destroy(handle);
  LEAVE;
}
EXPORT Result cuTensorMapEncodeTiled(
  void *out, unsigned type, unsigned rank, Address address, const uint64_t *extents, const uint64_t *strides,
  const unsigned *box, const unsigned *steps, unsigned interleave, unsigned swizzle, unsigned promotion,
  unsigned filling) {
  ENTER("cuTensorMapEncodeTiled"); (void)interleave; (void)promotion; (void)steps;
  if ((uintptr_t)out % 64 || address % 16) FAIL(invalid_value);
  for (unsigned i = 0; i + 1 < rank; i++) if (strides[i] % 16) FAIL(invalid_value);
  for (unsigned i = 0; i < rank; i++) if (box[i] > 256 || !extents[i]) FAIL(invalid_value);
  uint64_t *words = out;
  words[0] = address; words[1] = type; words[2] = swizzle; words[3] = filling; words[4] = rank;
  LEAVE;
}
