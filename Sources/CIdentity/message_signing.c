#include "CIdentity.h"
#include "certificate.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <stdlib.h>
#include <string.h>

static X509 *make_certificate(EVP_PKEY *key, const char *name, int days) {
    X509 *certificate = cidentity_certificate_begin(key, name, NULL, days);
    if (certificate != NULL && X509_sign(certificate, key, EVP_sha256()) > 0) return certificate;
    X509_free(certificate);
    return NULL;
}

int cidentity_signer_make(const char *name, int days, struct cidentity_signer *identity) {
    memset(identity, 0, sizeof *identity);
    EVP_PKEY *key = EVP_RSA_gen(2048);
    X509 *certificate = key ? make_certificate(key, name, days) : NULL;
    if (certificate != NULL) {
        identity->key = cidentity_private_key_text(key);
        identity->certificate = cidentity_certificate_text(certificate);
    }
    X509_free(certificate);
    EVP_PKEY_free(key);
    if (identity->key && identity->certificate) return 1;
    cidentity_signer_free(identity);
    return 0;
}

void cidentity_signer_free(struct cidentity_signer *identity) {
    free(identity->key);
    free(identity->certificate);
    memset(identity, 0, sizeof *identity);
}

struct cidentity_key *cidentity_key_read(const char *pem) {
    BIO *input = BIO_new_mem_buf(pem, -1);
    EVP_PKEY *key = input ? PEM_read_bio_PrivateKey(input, NULL, NULL, NULL) : NULL;
    BIO_free(input);
    return (struct cidentity_key *)key;
}

void cidentity_key_free(struct cidentity_key *key) {
    EVP_PKEY_free((EVP_PKEY *)key);
}

size_t cidentity_key_signature_size(const struct cidentity_key *key) {
    int size = EVP_PKEY_get_size((const EVP_PKEY *)key);
    return size > 0 ? (size_t)size : 0;
}

int cidentity_key_sign(const struct cidentity_key *key, int is_sha256, const unsigned char *bytes, size_t byte_count,
                       unsigned char *signature, size_t *count) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const EVP_MD *digest = is_sha256 ? EVP_sha256() : EVP_sha1();
    *count = cidentity_key_signature_size(key);
    // RSA keys sign with PKCS #1 v1.5 unless told otherwise.
    int ok = context != NULL && EVP_DigestSignInit(context, NULL, digest, NULL, (EVP_PKEY *)key) > 0 &&
             EVP_DigestSign(context, signature, count, bytes, byte_count) > 0;
    EVP_MD_CTX_free(context);
    return ok;
}
