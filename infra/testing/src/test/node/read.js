// Reads values of a topic with Confluent's own client and prints each as a line of JSON.
// node read.js BOOTSTRAP REGISTRY TOPIC COUNT
import { AvroDeserializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import { Kafka, logLevel } from 'kafkajs';

const [bootstrap, registry, topic, count] = process.argv.slice(2);
const client = SchemaRegistryClient.newClient({ baseURLs: [registry] });
const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {});
const kafka = new Kafka({ brokers: [bootstrap], logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: `confluent-reader-${process.pid}` });

let left = Number(count);
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await new Promise((resolve, reject) => {
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  consumer.run({
    eachMessage: async ({ message }) => {
      const value = await deserializer.deserialize(topic, message.value);
      console.log(JSON.stringify({ key: message.key.toString(), value }));
      left -= 1;
      if (left === 0) {
        resolve();
      }
    },
  });
});
await consumer.disconnect();
