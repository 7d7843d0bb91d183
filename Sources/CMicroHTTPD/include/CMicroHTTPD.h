#ifndef CMICROHTTPD_H
#define CMICROHTTPD_H

#include <microhttpd.h>

// MHD_start_daemon is variadic: all options go through one array, which MHD_OPTION_END must close.
struct MHD_Daemon *cmicrohttpd_start(unsigned int flags, MHD_AccessHandlerCallback handler, void *context,
                                     const struct MHD_OptionItem *options);

// MHD_get_connection_info is variadic: whether the request's connection goes through TLS.
int cmicrohttpd_is_secure(struct MHD_Connection *connection);

// The same for its socket; -1 where it has none.
int cmicrohttpd_socket(struct MHD_Connection *connection);

#endif
