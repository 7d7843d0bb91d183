#ifndef CIDENTITY_CERTIFICATE_H
#define CIDENTITY_CERTIFICATE_H

#include <openssl/evp.h>
#include <openssl/x509.h>

// A certificate of version 3 with name, key and validity, by itself unless there is an issuer; it lacks extensions and
// signature. NULL on failure.
X509 *cidentity_certificate_begin(EVP_PKEY *key, const char *name, X509 *issuer, int days);

// PEM texts, which the caller frees; NULL on failure.
char *cidentity_certificate_text(X509 *certificate);
char *cidentity_private_key_text(EVP_PKEY *key);

#endif
