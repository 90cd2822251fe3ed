/*
 * The limit: as little as a server can do. Two threads with an epoll each read the same requests as the others and write one constant
 * answer. It looks for the length of a body only, keeps connections open, and is right for this benchmark and for nothing else.
 *
 * usage: limit PORT
 */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { THREADS = 2, EVENTS = 256, BUFFER = 1 << 16, HEAD = 1 << 13 };

static const char ANSWER[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n{\"payload\":{\"words\":36}}";

static const char CLOSING[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 24\r\n\r\n{\"payload\":{\"words\":36}}";

/* What is known of a connection: the part of a head that has come, and how much of a body is still to come. */
struct client {
    int socket;
    int head_length;
    long body_left;
    int closes;
    char head[HEAD];
};

static void answer(struct client *client) {
    const char *text = client->closes ? CLOSING : ANSWER;
    size_t length = client->closes ? sizeof CLOSING - 1 : sizeof ANSWER - 1;
    if (write(client->socket, text, length) < 0 && errno != EAGAIN) {
        client->closes = 1;
    }
}

/* Takes what has come; returns 0 when the connection is to be closed. */
static int take(struct client *client, const char *bytes, long length) {
    while (length > 0) {
        if (client->body_left > 0) {
            long part = length < client->body_left ? length : client->body_left;
            client->body_left -= part;
            bytes += part;
            length -= part;
        } else {
            long before = client->head_length;
            long part = length < HEAD - 1 - before ? length : HEAD - 1 - before;
            memcpy(client->head + before, bytes, (size_t) part);
            client->head[before + part] = 0;
            char *end = strstr(client->head + (before > 3 ? before - 3 : 0), "\r\n\r\n");
            if (end == NULL) {
                client->head_length = (int) (before + part);
                return client->head_length < HEAD - 1;
            }
            long used = end + 4 - client->head - before;
            *end = 0;
            char *body = strcasestr(client->head, "\r\ncontent-length:");
            client->body_left = body == NULL ? 0 : atol(body + 17);
            client->closes = strcasestr(client->head, "\r\nconnection: close") != NULL;
            client->head_length = 0;
            bytes += used;
            length -= used;
            if (client->body_left > 0) {
                continue;
            }
        }
        if (client->body_left == 0) {
            answer(client);
            if (client->closes) {
                return 0;
            }
        }
    }
    return 1;
}

static void *serve(void *argument) {
    int listening = *(int *) argument;
    int epoll = epoll_create1(0);
    struct epoll_event wanted = {.events = EPOLLIN | EPOLLEXCLUSIVE, .data.ptr = NULL};
    epoll_ctl(epoll, EPOLL_CTL_ADD, listening, &wanted);
    struct epoll_event events[EVENTS];
    char *buffer = malloc(BUFFER);
    for (;;) {
        int count = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            struct client *client = events[i].data.ptr;
            if (client == NULL) {
                int socket = accept4(listening, NULL, NULL, SOCK_NONBLOCK);
                if (socket >= 0) {
                    int on = 1;
                    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                    client = calloc(1, sizeof *client);
                    client->socket = socket;
                    struct epoll_event read = {.events = EPOLLIN, .data.ptr = client};
                    epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &read);
                }
                continue;
            }
            long length = read(client->socket, buffer, BUFFER);
            if ((length <= 0 && errno != EAGAIN) || length == 0 || (length > 0 && !take(client, buffer, length))) {
                close(client->socket);
                free(client);
            }
        }
    }
    return NULL;
}

int main(int argc, char **argv) {
    int listening = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    int on = 1;
    setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons((unsigned short) atoi(argc > 1 ? argv[1] : "0")),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    if (bind(listening, (struct sockaddr *) &address, sizeof address) != 0 || listen(listening, 4096) != 0) {
        perror("limit");
        return 1;
    }
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        pthread_create(&threads[i], NULL, serve, &listening);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
    }
    return 0;
}
