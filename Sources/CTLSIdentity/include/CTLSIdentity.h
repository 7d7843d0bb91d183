#ifndef CTLSIDENTITY_H
#define CTLSIDENTITY_H

// Key, certificate and the authority that signed it, as PEM texts to be freed by tls_identity_free.
struct tls_identity {
    char *key;
    char *certificate;
    char *authority;
};

// Makes an authority of its own, whose key is forgotten at once, and one server certificate signed by it.
// `names` is a subjectAltName value of OpenSSL's, such as "DNS:localhost,IP:127.0.0.1". Returns 1, or 0 on failure.
int tls_identity_make(const char *names, int days, struct tls_identity *identity);

void tls_identity_free(struct tls_identity *identity);

// Whether the certificate names that host and is valid for at least so many seconds more.
int tls_identity_serves(const char *certificate, const char *host, long seconds);

// A text for the last failure of libcrypto on this thread.
void tls_identity_error(char *text, int size);

#endif
