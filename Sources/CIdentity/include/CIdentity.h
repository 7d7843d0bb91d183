#ifndef CIDENTITY_H
#define CIDENTITY_H

// Keys and certificates that the local stack makes for itself, by OpenSSL.

#include <stddef.h>

// Key, certificate and the authority that signed it, as PEM texts to be freed by cidentity_tls_free.
struct cidentity_tls {
    char *key;
    char *certificate;
    char *authority;
};

// Makes an authority of its own, whose key is forgotten at once, and one server certificate signed by it.
// `names` is a subjectAltName value of OpenSSL's, such as "DNS:localhost,IP:127.0.0.1". Returns 1, or 0 on failure.
int cidentity_tls_make(const char *names, int days, struct cidentity_tls *identity);

void cidentity_tls_free(struct cidentity_tls *identity);

// Whether the certificate names that host and is valid for at least so many seconds more.
int cidentity_tls_serves(const char *certificate, const char *host, long seconds);

// A text for the last failure of libcrypto on this thread.
void cidentity_tls_error(char *text, int size);

// An RSA key and a certificate that it signed itself, as PEM texts to be freed by cidentity_signer_free.
struct cidentity_signer {
    char *key;
    char *certificate;
};

// Makes a key of 2048 bits and a certificate for `name`. Returns 1, or 0 on failure.
int cidentity_signer_make(const char *name, int days, struct cidentity_signer *identity);

void cidentity_signer_free(struct cidentity_signer *identity);

// A key that has been read from its PEM text.
struct cidentity_key;

// Reads a key; null where the text is none. To be freed by cidentity_key_free.
struct cidentity_key *cidentity_key_read(const char *pem);

void cidentity_key_free(struct cidentity_key *key);

// The room that a signature of the key takes, in bytes.
size_t cidentity_key_signature_size(const struct cidentity_key *key);

// Signs by RSASSA-PKCS1-v1_5 with SHA-256, or with SHA-1 unless `is_sha256`. `signature` has room for
// cidentity_key_signature_size bytes; `count` is set to those used. Returns 1, or 0 on failure.
int cidentity_key_sign(const struct cidentity_key *key, int is_sha256, const unsigned char *bytes, size_t byte_count,
                       unsigned char *signature, size_t *count);

#endif
