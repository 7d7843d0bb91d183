#include "libraries.h"

#include <dlfcn.h>
#include <pthread.h>

static ctext_functions functions;
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *opened(const char *name) {
    return dlopen(name, RTLD_NOW | RTLD_LOCAL);
}

// What was opened stays open: the functions are needed as long as the process lives.
static void load(void) {
    void *handle = opened("libfreetype.so.6");
    if (handle == NULL) return;
#define FOUND(name) && (functions.name = (__typeof__(&name))dlsym(handle, #name)) != NULL
    int all = 1 FREETYPE_FUNCTIONS(FOUND);
    if (!all || (handle = opened("libharfbuzz.so.0")) == NULL) return;
    all = 1 HARFBUZZ_FUNCTIONS(FOUND);
    if (!all || (handle = opened("libfribidi.so.0")) == NULL) return;
    is_loaded = 1 FRIBIDI_FUNCTIONS(FOUND);
#undef FOUND
}

const ctext_functions *ctext_load(void) {
    pthread_once(&once, load);
    return is_loaded ? &functions : NULL;
}
