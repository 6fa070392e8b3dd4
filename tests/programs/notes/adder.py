"""双向管道上的加法服务:请求一次,应答一次,客户端关了就结束。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Pipe, Process


def serve(pipe):
    server, client = pipe
    client.close()
    while True:
        try:
            x, y = server.recv()
        except EOFError:
            server.close()
            break
        server.send(x + y)
    print("server done")


if __name__ == "__main__":
    server, client = Pipe()
    adder = Process(target=serve, args=((server, client),))
    adder.start()
    server.close()
    client.send((10, 20))
    assert client.recv() == 30
    client.send(("包", "子"))
    assert client.recv() == "包子"
    client.close()
    adder.join()
    print("主进程")
