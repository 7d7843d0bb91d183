#include "certificate.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/pem.h>
#include <string.h>

static int set_serial(X509 *certificate) {
    BIGNUM *number = BN_new();
    int ok = number != NULL && BN_rand(number, 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) &&
             BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != NULL;
    BN_free(number);
    return ok;
}

X509 *cidentity_certificate_begin(EVP_PKEY *key, const char *name, X509 *issuer, int days) {
    X509 *certificate = X509_new();
    if (certificate == NULL) return NULL;
    X509_NAME *subject = X509_get_subject_name(certificate);
    // Begun an hour ago: clocks in containers lag.
    int ok = X509_set_version(certificate, 2) && set_serial(certificate) &&
             X509_gmtime_adj(X509_getm_notBefore(certificate), -3600) != NULL &&
             X509_gmtime_adj(X509_getm_notAfter(certificate), 86400L * days) != NULL &&
             X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, (const unsigned char *)name, -1, -1, 0) &&
             X509_set_issuer_name(certificate, issuer ? X509_get_subject_name(issuer) : subject) &&
             X509_set_pubkey(certificate, key);
    if (ok) return certificate;
    X509_free(certificate);
    return NULL;
}

static char *text_of(BIO *output, int is_written) {
    char *bytes = NULL;
    long count = output ? BIO_get_mem_data(output, &bytes) : 0;
    char *text = is_written && count > 0 ? strndup(bytes, (size_t)count) : NULL;
    BIO_free(output);
    return text;
}

char *cidentity_certificate_text(X509 *certificate) {
    BIO *output = BIO_new(BIO_s_mem());
    return text_of(output, output != NULL && PEM_write_bio_X509(output, certificate));
}

char *cidentity_private_key_text(EVP_PKEY *key) {
    BIO *output = BIO_new(BIO_s_mem());
    return text_of(output, output != NULL && PEM_write_bio_PrivateKey(output, key, NULL, NULL, 0, NULL, NULL));
}
