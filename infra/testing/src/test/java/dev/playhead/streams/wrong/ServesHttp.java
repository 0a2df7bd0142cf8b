package dev.playhead.streams.wrong;

import org.springframework.web.bind.annotation.RestController;

@RestController
class ServesHttp {}
