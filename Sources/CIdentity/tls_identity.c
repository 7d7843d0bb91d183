#include "CIdentity.h"
#include "certificate.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int add_extension(X509 *certificate, X509 *issuer, int kind, const char *value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, NULL, NULL, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, kind, value);
    int ok = extension != NULL && X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    return ok;
}

static X509 *make_authority(EVP_PKEY *key, int days) {
    X509 *authority = cidentity_certificate_begin(key, "local-stack authority", NULL, days);
    if (authority != NULL && add_extension(authority, authority, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
        add_extension(authority, authority, NID_key_usage, "critical,keyCertSign,cRLSign") &&
        add_extension(authority, authority, NID_subject_key_identifier, "hash") &&
        X509_sign(authority, key, EVP_sha256()) > 0)
        return authority;
    X509_free(authority);
    return NULL;
}

static X509 *make_server(EVP_PKEY *key, X509 *authority, EVP_PKEY *authority_key, const char *names, int days) {
    X509 *server = cidentity_certificate_begin(key, "localhost", authority, days);
    if (server != NULL && add_extension(server, authority, NID_basic_constraints, "critical,CA:FALSE") &&
        add_extension(server, authority, NID_key_usage, "critical,digitalSignature") &&
        add_extension(server, authority, NID_ext_key_usage, "serverAuth") &&
        add_extension(server, authority, NID_subject_alt_name, names) &&
        add_extension(server, authority, NID_subject_key_identifier, "hash") &&
        add_extension(server, authority, NID_authority_key_identifier, "keyid:always") &&
        X509_sign(server, authority_key, EVP_sha256()) > 0)
        return server;
    X509_free(server);
    return NULL;
}

int cidentity_tls_make(const char *names, int days, struct cidentity_tls *identity) {
    EVP_PKEY *authority_key = EVP_EC_gen("P-256");
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *authority = authority_key ? make_authority(authority_key, days) : NULL;
    X509 *server = authority && key ? make_server(key, authority, authority_key, names, days) : NULL;
    memset(identity, 0, sizeof *identity);
    if (server != NULL) {
        identity->key = cidentity_private_key_text(key);
        identity->certificate = cidentity_certificate_text(server);
        identity->authority = cidentity_certificate_text(authority);
    }
    X509_free(server);
    X509_free(authority);
    EVP_PKEY_free(key);
    EVP_PKEY_free(authority_key);
    if (identity->key && identity->certificate && identity->authority) return 1;
    cidentity_tls_free(identity);
    return 0;
}

void cidentity_tls_free(struct cidentity_tls *identity) {
    free(identity->key);
    free(identity->certificate);
    free(identity->authority);
    memset(identity, 0, sizeof *identity);
}

int cidentity_tls_serves(const char *certificate, const char *host, long seconds) {
    BIO *input = BIO_new_mem_buf(certificate, -1);
    X509 *parsed = input ? PEM_read_bio_X509(input, NULL, NULL, NULL) : NULL;
    time_t then = time(NULL) + seconds;
    int ok = parsed != NULL && X509_cmp_time(X509_get0_notAfter(parsed), &then) > 0 &&
             (X509_check_host(parsed, host, 0, 0, NULL) == 1 || X509_check_ip_asc(parsed, host, 0) == 1);
    X509_free(parsed);
    BIO_free(input);
    return ok;
}

void cidentity_tls_error(char *text, int size) {
    ERR_error_string_n(ERR_get_error(), text, (size_t)size);
}
